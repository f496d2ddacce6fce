import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config/config-error';
import { helpText } from './config/help-text';
import type { Config, Invocation } from './config/config';
import { readConfig } from './config/read-config';
import { createLogger, type Logger } from './logging/logger';
import { startFailure } from './start-failure';
import { type RunningLabServer, startLabServer } from './start-lab-server';
import { systemClock } from './system-clock';

/** What the process ends with. */
const EXIT = { clean: 0, cannotStart: 1, badUsage: 2 } as const;

async function main(): Promise<void> {
  const version = ownVersion();
  const invocation = readInvocation();
  if (invocation === undefined) return;
  if (invocation.kind === 'help') return void process.stdout.write(helpText());
  if (invocation.kind === 'version') return void process.stdout.write(`lab-server ${version}\n`);
  await run(invocation.config, version);
}

async function run(config: Config, version: string): Promise<void> {
  const logger = createLogger({
    level: config.logLevel,
    format: config.logFormat === 'auto' ? (process.stdout.isTTY ? 'human' : 'json') : config.logFormat,
    stream: process.stdout,
  });
  // Whoever read the log may be gone before the server is; that is no reason to leave a lab behind.
  process.stdout.on('error', () => undefined);
  if (config.ephemeral) process.on('exit', () => removeQuietly(config.stateDir));
  try {
    const command = ['lab-server', ...process.argv.slice(2)];
    const server = await startLabServer({
      config,
      clock: systemClock,
      logger,
      version,
      command,
      environment: process.env,
      home: homedir(),
    });
    process.on('exit', () => server.exitHook());
    stopOnRequest(server, logger, config.ephemeral);
    process.on('SIGUSR2', () => void server.clearQuarantine());
    const url = `http://${urlHost(server.host)}:${server.port}`;
    logger.info(`lab-server ${version} listens on ${url}`, { pid: process.pid, url });
    await server.ready;
    logger.info('ready');
  } catch (error) {
    for (const line of startFailure(error, config)) logger.error(line);
    process.exit(EXIT.cannotStart);
  }
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The process is exiting; a temporary folder is all that is left.
  }
}

function stopOnRequest(server: RunningLabServer, logger: Logger, atEndOfInput: boolean): void {
  let stopping = false;
  const stop = (): void => {
    stopping = true;
    server.shutdown().then(
      () => {
        logger.info('stopped');
        process.exit(EXIT.clean);
      },
      (error: unknown) => {
        logger.error(`The shutdown failed: ${String(error)}`);
        process.exit(EXIT.cannotStart);
      },
    );
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) {
      logger.warning(`${signal} again: leaving at once`);
      process.exit(EXIT.cannotStart);
    }
    logger.info(`${signal}: no new work is begun; the lab is torn down, the queue is kept`);
    stop();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  if (!atEndOfInput) return;
  onEndOfInput(() => {
    if (stopping) return;
    logger.info('The standard input has ended: no new work is begun; the lab is torn down');
    stop();
  });
}

// However the process at the other end dies, the system closes its pipe.
function onEndOfInput(run: () => void): void {
  for (const event of ['end', 'close', 'error']) process.stdin.on(event, run);
  process.stdin.resume();
}

function readInvocation(): Invocation | undefined {
  try {
    return readConfig({
      args: process.argv.slice(2),
      environment: process.env,
      readFile: (path) => readFileSync(path, 'utf8'),
      privateStateDir: join(tmpdir(), `lab-server-${randomUUID()}`),
    });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`lab-server: ${error.message}\n`);
    process.exitCode = EXIT.badUsage;
    return undefined;
  }
}

function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  const version: unknown =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return typeof version === 'string' ? version : 'unknown';
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

void main();
