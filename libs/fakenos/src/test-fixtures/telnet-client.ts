import type { Socket } from 'node:net';
import { connect } from 'node:net';

/** A Telnet client for tests that negotiates nothing of itself: what comes is seen as it is. */
export class TelnetClient implements AsyncDisposable {
  /** All that has come, a character for each byte, without what the device offers first. */
  screen = '';
  readonly closed: Promise<void>;
  #read = 0;

  constructor(readonly socket: Socket) {
    socket.setEncoding('latin1').setNoDelay(true);
    socket.on('data', (text: string) => (this.screen += text)).on('error', () => undefined);
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  type(text: string | Uint8Array): void {
    this.socket.write(text);
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
        this.socket.once('close', stop).once('data', () => {
          this.socket.removeListener('close', stop);
          resolve();
        });
      });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.destroy();
    await this.closed;
  }
}

/** Connects; what the device offers first has been read. */
export async function connectTelnet(port: number): Promise<TelnetClient> {
  const socket = connect(port, '127.0.0.1');
  const client = new TelnetClient(socket);
  await client.until('\xff\xfb\x01\xff\xfb\x03\xff\xfd\x1f');
  return client;
}

/** Connects and logs in as admin, up to the first prompt. */
export async function logInTelnet(port: number, prompt = 'r1>'): Promise<TelnetClient> {
  const client = await connectTelnet(port);
  client.type('admin\r\nadmin\r\n');
  await client.until(prompt);
  return client;
}
