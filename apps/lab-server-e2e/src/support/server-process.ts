import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

// Resolved like this because the package exports its library face only, and tests run from sources.
/** The server's program. */
export const LAB_SERVER = join(__dirname, '..', '..', '..', 'lab-server', 'bin', 'lab-server.js');

const LOG_PATIENCE_MS = 20_000;

/** One line of the server's JSON log. */
export interface LogEntry {
  readonly level: string;
  readonly message: string;
  readonly session?: string;
  readonly lab?: number;
}

/** A lab-server in a process of its own, as an operator would run it. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  readonly stateDir: string;
  readonly log: readonly LogEntry[];
  /** Resolves with the first entry, past or future, whose message matches. */
  logged(pattern: RegExp): Promise<LogEntry>;
  /** Sends the signal and resolves with exit code and signal. */
  stop(signal: NodeJS.Signals): Promise<readonly [code: number | null, signal: NodeJS.Signals | null]>;
}

/** A folder for the state of one or more servers after each other, removed when disposed of. */
export async function stateFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'lab-server-e2e-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Starts one on a free port of loopback with fake devices; resolves when it is ready. */
export async function startServerProcess(
  stateDir: string,
  options: readonly string[] = [],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ServerProcess> {
  const child = spawnServer(stateDir, options, environment);
  const log = new ServerLog(child);
  const exited = exitOf(child);
  const listening = await Promise.race([log.next(/listens on (http:\S+)/), exited.then(() => undefined)]);
  const url = /http:\S+/.exec(listening?.message ?? '')?.[0];
  if (url === undefined || child.pid === undefined)
    throw new Error(`lab-server did not start: ${JSON.stringify(log.entries)}`);
  await log.next(/^ready$/);
  const stop = (signal: NodeJS.Signals): typeof exited => {
    child.kill(signal);
    return exited;
  };
  return {
    url,
    pid: child.pid,
    stateDir,
    log: log.entries,
    logged: (pattern) => log.next(pattern),
    stop,
    async [Symbol.asyncDispose]() {
      await stop('SIGKILL');
    },
  };
}

/** Starts one and waits for its end; for starts that must fail, or that are stopped otherwise. */
export function spawnServer(
  stateDir: string,
  options: readonly string[] = [],
  environment: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  const fixed = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--backend',
    'fakenos',
    // The same on a machine where netlab is installed.
    '--topology-reader',
    'builtin',
    '--state-dir',
    stateDir,
    '--log-format',
    'json',
  ];
  return spawn(process.execPath, [LAB_SERVER, ...fixed, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
}

/** Exit code and signal of a process. */
export async function exitOf(
  child: ChildProcess,
): Promise<readonly [code: number | null, signal: NodeJS.Signals | null]> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return [child.exitCode, child.signalCode];
}

class ServerLog {
  readonly entries: LogEntry[] = [];
  readonly #waiting = new Set<{ readonly pattern: RegExp; readonly resolve: (entry: LogEntry) => void }>();

  constructor(child: ChildProcess) {
    if (child.stdout === null) throw new TypeError('The server is started with a pipe for its log.');
    createInterface({ input: child.stdout }).on('line', (line) => this.#add(JSON.parse(line) as LogEntry));
    child.stderr?.on('data', (chunk: Buffer) => this.#add({ level: 'stderr', message: chunk.toString() }));
  }

  next(pattern: RegExp): Promise<LogEntry> {
    const known = this.entries.find(({ message }) => pattern.test(message));
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const waiter = { pattern, resolve };
      this.#waiting.add(waiter);
      setTimeout(() => {
        if (this.#waiting.delete(waiter))
          reject(new Error(`The server never logged ${pattern}: ${JSON.stringify(this.entries.slice(-20))}`));
      }, LOG_PATIENCE_MS).unref();
    });
  }

  #add(entry: LogEntry): void {
    this.entries.push(entry);
    for (const waiter of this.#waiting) {
      if (!waiter.pattern.test(entry.message)) continue;
      this.#waiting.delete(waiter);
      waiter.resolve(entry);
    }
  }
}
