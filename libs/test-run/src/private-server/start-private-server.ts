import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { TestRunError } from '../errors';
import { launchPrivateServer } from '../launch-private-server';
import { findLabServer } from './find-lab-server';
import { readLogLine } from './read-log-line';

const KEPT_LINES = 20;
/** A server that has torn down fake devices is gone long before. */
const STOP_DEADLINE_MS = 15_000;

/** A lab server with fake devices on a free port of loopback, for this process alone. */
export interface PrivateServer extends AsyncDisposable {
  readonly url: string;
  /** Tears its lab down and ends it; further calls do nothing. */
  stop(): Promise<void>;
}

/**
 * Starts one and resolves when it takes orders. When this process dies, whatever killed it, the server ends by itself.
 * @throws TestRunError `lab_server_missing` or `lab_server_failed`
 */
export async function startPrivateServer(
  rootDir: string,
  environment: NodeJS.ProcessEnv,
): Promise<PrivateServer> {
  const child = launchPrivateServer(await findLabServer(rootDir), withoutOurs(environment));
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  // The server may go first; then there is nothing to tell it.
  child.stdin?.on('error', () => undefined);
  const stop = (): Promise<void> => stopServer(child, exited);
  try {
    const url = await listening(child);
    letGo(child);
    return { url, stop, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const last: string[] = [];
    let url: string | undefined;
    const note = (message: string): void => void last.splice(0, Math.max(0, last.push(message) - KEPT_LINES));
    const fail = (why: string): void =>
      reject(
        new TestRunError(
          'lab_server_failed',
          `The private lab server ${why}: ${last.join(' | ') || 'it said nothing'}. ` +
            'To use a shared one instead, set REMOTE_LAB_URL.',
        ),
      );
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('close', (code, signal) => fail(`ended at once (${signal ?? `exit code ${code}`})`));
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      // Goes on reading for ever: a pipe that nobody empties would stop the server.
      createInterface({ input: stream }).on('line', (text) => {
        const line = readLogLine(text);
        note(line.message);
        url ??= line.url;
        if (line.ready && url !== undefined) resolve(url);
      });
    }
  });
}

/** From now on the server does not keep this process alive. */
function letGo(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr])
    // Pipes to a child are sockets, which the types do not say.
    if (stream instanceof Socket) stream.unref();
}

async function stopServer(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.stdin?.end();
  child.ref();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
  try {
    await exited;
    if (child.stdout?.closed === false) await once(child, 'close');
  } finally {
    clearTimeout(timer);
  }
}

/** What is set for the tests, such as a port, or a debugger that waits for them, is not meant for this server. */
function withoutOurs(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(REMOTE_LAB_|NODE_OPTIONS$)/.test(name)),
  );
}
