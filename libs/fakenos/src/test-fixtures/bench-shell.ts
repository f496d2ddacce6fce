import { compileCommands } from '../engine/command-tree';
import type { DialogueOverrides } from '../engine/dialogue';
import type { Platform } from '../engine/platform';
import { Shell } from '../engine/shell';
import { benchDevice } from './bench-device';
import { benchPlatform } from './bench-platform';

export interface BenchShellOptions {
  readonly platform?: Platform;
  readonly terminal?: { readonly rows: number; readonly columns: number } | undefined;
  /** After so many writes the sink asks for a pause. */
  readonly room?: number;
  readonly overrides?: DialogueOverrides;
}

/** A shell of the bench platform without a network around it. */
export class BenchShell {
  readonly shell: Shell;
  readonly faults: string[] = [];
  status: number | undefined;
  #screen = '';
  #read = 0;

  constructor({ platform = benchPlatform, room = Infinity, ...options }: BenchShellOptions = {}) {
    const terminal = 'terminal' in options ? options.terminal : { rows: 24, columns: 80 };
    let writes = 0;
    const quiet = () => undefined;
    this.shell = new Shell({
      device: benchDevice('r1'),
      tree: compileCommands(platform),
      username: 'admin',
      ...(terminal ? { terminal } : {}),
      ...(options.overrides ? { overrides: options.overrides } : {}),
      sink: {
        write: (text) => {
          this.#screen += text;
          return ++writes % room !== 0;
        },
        end: (status) => (this.status = status),
      },
      logger: {
        debug: quiet,
        info: quiet,
        warn: quiet,
        error: (_message, facts) => this.faults.push(String(facts?.['reason'])),
      },
    });
  }

  /** Types and returns what the screen shows since the last time, `\n` between lines. */
  type(text: string): string {
    this.shell.input(Buffer.from(text));
    return this.seen();
  }

  seen(): string {
    const seen = this.#screen.slice(this.#read).replaceAll('\r\n', '\n');
    this.#read = this.#screen.length;
    return seen;
  }
}
