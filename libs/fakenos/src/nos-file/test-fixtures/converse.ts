import { Client } from 'ssh2';
import type { ClientChannel } from 'ssh2';

/** What to type, and how many bytes are expected of it; so many milliseconds without a byte end the wait too. */
export interface Conversation {
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly quietMs: number;
  readonly greeting: number;
  /** The last turn is expected to end the session. */
  readonly closes: boolean;
  readonly turns: readonly { readonly type: string | Buffer; readonly bytes: number }[];
}

/** What was seen. */
export interface Heard {
  readonly greeting: Buffer;
  readonly turns: readonly Buffer[];
  /** The device ended the session. */
  readonly closed: boolean;
}

/** Logs in over SSH and types, turn by turn, each after the answer to the one before. */
export async function converse(conversation: Conversation): Promise<Heard> {
  const { port, username, password, greeting, turns } = conversation;
  const connection = new Client();
  connection.once('connect', () => connection.setNoDelay(true));
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('ready', resolve).on('error', reject);
      connection.connect({ host: '127.0.0.1', port, username, password });
    });
    const channel = await new Promise<ClientChannel>((resolve, reject) =>
      connection.shell({ term: 'vt100' }, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    const listener = new Listener(channel, conversation.quietMs);
    const heard = { greeting: await listener.take(greeting), turns: [] as Buffer[] };
    for (const { type, bytes } of turns) {
      if (!listener.closed) channel.write(type);
      heard.turns.push(await listener.take(bytes));
    }
    if (conversation.closes) await listener.end();
    return { ...heard, closed: listener.closed };
  } finally {
    connection.destroy();
  }
}

/** Bytes of a channel, taken in pieces of a given length. */
class Listener {
  closed = false;
  #heard: Buffer = Buffer.alloc(0);
  #changed: () => void = () => undefined;

  constructor(
    channel: ClientChannel,
    readonly quietMs: number,
  ) {
    channel.on('data', (bytes: Buffer) => {
      this.#heard = Buffer.concat([this.#heard, bytes]);
      this.#changed();
    });
    channel.once('close', () => {
      this.closed = true;
      this.#changed();
    });
  }

  /** So many bytes, or as many as come. */
  async take(length: number): Promise<Buffer> {
    while (this.#heard.length < length && !this.closed && (await this.#change()));
    const taken = this.#heard.subarray(0, length);
    this.#heard = this.#heard.subarray(length);
    return taken;
  }

  /** Waits for the end, unless nothing happens any more. */
  async end(): Promise<void> {
    while (!this.closed && (await this.#change()));
  }

  /** False when nothing happened. */
  async #change(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), this.quietMs);
      this.#changed = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }
}
