import type { Dialogue, OpenDialogue } from '../engine/dialogue';
import { benchDialogue } from './bench-server';
import { benchPlatform } from './bench-platform';

export interface BenchSessionOptions {
  /** The session behind; the bench platform's shell when absent. */
  readonly open?: OpenDialogue;
  /** False: the client asked for no terminal. */
  readonly terminal?: boolean;
  /** After so many writes the client asks for a pause. */
  readonly room?: number;
}

/** A session without a network around it, whatever it is wrapped in. */
export class BenchSession {
  readonly dialogue: Dialogue;
  status: number | undefined;
  hungUp = false;
  #screen = '';
  #read = 0;

  constructor(
    wrap: (open: OpenDialogue) => OpenDialogue,
    { open = benchDialogue(benchPlatform), terminal = true, room = Infinity }: BenchSessionOptions = {},
  ) {
    let writes = 0;
    this.dialogue = wrap(open)({
      username: 'admin',
      ...(terminal ? { terminal: { rows: 24, columns: 80 } } : {}),
      connection: { transport: 'ssh', address: '192.0.2.7', hangUp: () => (this.hungUp = true) },
      sink: {
        write: (text) => {
          this.#screen += text;
          return ++writes % room !== 0;
        },
        end: (status) => (this.status = status),
      },
    });
  }

  /** Types and returns what the screen shows since the last time, `\n` between lines. */
  type(text: string): string {
    this.dialogue.input(Buffer.from(text));
    return this.seen();
  }

  seen(): string {
    const seen = this.#screen.slice(this.#read).replaceAll('\r\n', '\n');
    this.#read = this.#screen.length;
    return seen;
  }
}
