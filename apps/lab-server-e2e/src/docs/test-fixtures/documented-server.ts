import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { REPOSITORY } from './repository';

const LAB_SERVER = join(REPOSITORY, 'apps/lab-server/bin/lab-server.js');

/** A lab-server of its own, as the guides have it started. */
export interface DocumentedServer extends AsyncDisposable {
  readonly url: string;
}

/** Starts the built server on a free port of loopback, with fake devices and its state in a temporary folder. */
export async function startDocumentedServer(options: readonly string[] = []): Promise<DocumentedServer> {
  const stateDir = await mkdtemp(join(tmpdir(), 'remote-lab-docs-state-'));
  const server = spawn(
    process.execPath,
    [
      LAB_SERVER,
      ...['--host', '127.0.0.1', '--port', '0', '--backend', 'fakenos'],
      ...['--state-dir', stateDir, '--log-format', 'json', ...options],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      const exited = once(server, 'exit');
      server.kill('SIGTERM');
      await exited;
    }
    await rm(stateDir, { recursive: true, force: true });
  };
  try {
    return { url: await address(server), [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function address(server: ChildProcess): Promise<string> {
  const { stdout, stderr } = server;
  if (stdout === null || stderr === null) throw new TypeError('The server is spawned with pipes.');
  const said: string[] = [];
  stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      said.push(line);
      const [, url] = /listens on (http:[^"\s]+)/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`lab-server ended with ${code} before it listened:\n${said.join('\n')}`)),
    );
  });
}
