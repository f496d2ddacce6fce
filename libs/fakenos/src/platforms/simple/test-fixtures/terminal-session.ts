import type { FakeDevice } from '../../../device/fake-device';
import { compileCommands } from '../../../engine/command-tree';
import type { Platform } from '../../../engine/platform';
import { Shell } from '../../../engine/shell';
import { silentLogger } from '../../../logger';

/** Somebody at a terminal of 200 lines, logged in as `admin`. */
export class TerminalSession {
  /** The session has ended. */
  closed = false;
  #text = '';
  readonly #shell: Shell;

  constructor(platform: Platform, device: FakeDevice) {
    this.#shell = new Shell({
      device,
      tree: compileCommands(platform),
      username: 'admin',
      terminal: { rows: 200, columns: 200 },
      sink: {
        write: (text) => {
          this.#text += text;
          return true;
        },
        end: () => {
          this.closed = true;
        },
      },
      logger: silentLogger,
    });
    this.#shell.interact();
  }

  /** Everything on the screen so far, `\n` between lines. */
  get screen(): string {
    return this.#text.replaceAll('\r\n', '\n');
  }

  /** What stands on the last line: the prompt, or a question. */
  get prompt(): string {
    return this.screen.split('\n').at(-1) ?? '';
  }

  /** Types, Enter after it unless it is a key that needs none, and returns what is said to it, the prompt included. */
  type(text: string): string {
    const before = this.screen.length;
    this.#shell.input(Buffer.from(text.endsWith('?') ? text : `${text}\r`));
    return this.screen.slice(before);
  }
}
