import type { FakeDevice } from '../device/fake-device';
import type { CommandTree } from '../engine/command-tree';
import type { ShellSession } from '../engine/platform';
import { SessionMemory } from '../engine/session-memory';

/** What FakeNOS's prompts end with where nothing but the host's name stands before: `r1>`, `r1#`, `r1$`. */
const BARE_SIGN = /^[>#$%]$/;

/** Finds the modes of a platform that are meant by the prompts of a platform file. */
export class PromptModes {
  readonly #tree: CommandTree;
  readonly #device: FakeDevice;

  constructor(tree: CommandTree, device: FakeDevice) {
    this.#tree = tree;
    this.#device = device;
  }

  /** The prompt `wanted`, with the host's name filled in, is that of the mode, or stands for it. */
  isMeant(wanted: string, mode: string, session: ShellSession): boolean {
    const actual = this.#promptOf(mode, session.mode === mode ? session : undefined);
    return wanted.trim() === actual || this.#standsFor(wanted, actual);
  }

  /** The mode that a prompt means: the one that has it, else the first that it stands for. */
  find(wanted: string): string | undefined {
    const { execMode, modes } = this.#tree.platform;
    const names = [...(execMode === undefined ? [] : [execMode]), ...Object.keys(modes)];
    return (
      names.find((name) => this.#promptOf(name) === wanted.trim()) ??
      names.find((name) => this.#standsFor(wanted, this.#promptOf(name)))
    );
  }

  /** `r1#` is `admin@r1#` too, but not `r1(config)#`; `r1(config)#` is `RP/0/0/CPU0:r1(config)#`. */
  #standsFor(wanted: string, actual: string): boolean {
    const { name } = this.#device;
    if (!wanted.startsWith(name)) return false;
    const end = wanted.slice(name.length).trim();
    if (end === '' || !actual.endsWith(end)) return false;
    return !BARE_SIGN.test(end) || !actual.endsWith(`)${end}`);
  }

  /** Its last line, which is where one types. */
  #promptOf(mode: string, session?: ShellSession): string {
    const { platform } = this.#tree;
    const fresh = () => {
      const memory = new SessionMemory('admin', platform);
      memory.enter(mode);
      return memory;
    };
    try {
      const prompt = this.#tree.modeOf(mode).prompt(this.#device, session ?? fresh());
      return prompt.split('\n').at(-1)?.trim() ?? '';
    } catch {
      // A mode that is entered with more than its name has no prompt without it; it is then not the one that is meant.
      return '';
    }
  }
}
