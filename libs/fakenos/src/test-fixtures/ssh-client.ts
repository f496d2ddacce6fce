import type { ClientChannel, ConnectConfig } from 'ssh2';
import { Client } from 'ssh2';

/** What came of a command: all it said, and the status it ended with. */
export interface ExecResult {
  readonly output: string;
  readonly status: number | undefined;
}

/** An SSH client for tests, logged in. */
export interface SshClient extends AsyncDisposable {
  readonly connection: Client;
  /** Runs a command; what it says on its error stream goes to `onError`. */
  exec(command: string, input?: string, onError?: (text: string) => void): Promise<ExecResult>;
  shell(options?: { readonly rows?: number; readonly terminal?: boolean }): Promise<ClientShell>;
}

/** Logs in over real SSH; rejects as the client does. */
export async function connectSsh(target: ConnectConfig): Promise<SshClient> {
  const connection = new Client();
  // Its own small packets would wait for each other.
  connection.once('connect', () => connection.setNoDelay(true));
  const closed = new Promise<void>((resolve) => connection.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    connection.once('ready', resolve);
    // What a test does to the connection after the login is its own business; it looks at what is left.
    connection.on('error', reject);
    connection.once('close', () => reject(new Error('The device hung up before the login.')));
    connection.connect({ host: '127.0.0.1', username: 'admin', password: 'admin', ...target });
  }).catch((error: unknown) => {
    connection.destroy();
    throw error;
  });
  return {
    connection,
    exec: (command, input = '', onError) =>
      new Promise((resolve, reject) => {
        connection.exec(command, (error, channel) => {
          if (error) return reject(error);
          resolve(collect(channel));
          channel.stderr.on('data', (bytes: Buffer) => onError?.(bytes.toString()));
          channel.end(input);
        });
      }),
    shell: ({ rows = 24, terminal = true } = {}) =>
      new Promise((resolve, reject) => {
        const window = terminal ? { rows, cols: 80, term: 'vt100' } : false;
        connection.shell(window, (error, channel) =>
          error ? reject(error) : resolve(new ClientShell(channel)),
        );
      }),
    [Symbol.asyncDispose]: () => {
      connection.destroy();
      return closed;
    },
  };
}

/** A shell on a device: type, and wait for what it answers. */
export class ClientShell {
  /** All that has come, from the beginning. */
  screen = '';
  readonly closed: Promise<ExecResult>;
  #read = 0;

  constructor(readonly channel: ClientChannel) {
    channel.on('data', (bytes: Buffer) => (this.screen += bytes.toString()));
    this.closed = collect(channel);
  }

  type(text: string | Buffer): void {
    this.channel.write(text);
  }

  /** What came since the last call, up to and with `end`. */
  async until(end: string): Promise<string> {
    for (;;) {
      const at = this.screen.indexOf(end, this.#read);
      if (at !== -1) {
        const seen = this.screen.slice(this.#read, at + end.length);
        this.#read = at + end.length;
        return seen;
      }
      await new Promise<void>((resolve, reject) => {
        const stop = () =>
          reject(new Error(`No ${JSON.stringify(end)} in ${JSON.stringify(this.screen.slice(this.#read))}`));
        this.channel.once('close', stop).once('data', () => {
          this.channel.removeListener('close', stop);
          resolve();
        });
      });
    }
  }
}

async function collect(channel: ClientChannel): Promise<ExecResult> {
  let output = '';
  let status: number | undefined;
  channel.on('data', (bytes: Buffer) => (output += bytes.toString()));
  channel.on('exit', (code: unknown) => (status = typeof code === 'number' ? code : undefined));
  await new Promise<void>((resolve) => channel.once('close', () => resolve()));
  return { output, status };
}
