import type { FaultGuard } from './fault-guard';
import type { LineContext } from './line-context';
import type { Mode } from './platform';
import type { SessionMemory } from './session-memory';
import type { ShellOptions } from './shell-options';

/** The mode that a session is in, whichever that is by now. A platform's mistakes are reported, not thrown. */
export class CurrentMode {
  readonly #options: Pick<ShellOptions, 'device' | 'tree'>;
  readonly #session: SessionMemory;
  readonly #faults: FaultGuard;

  constructor(options: Pick<ShellOptions, 'device' | 'tree'>, session: SessionMemory, faults: FaultGuard) {
    this.#options = options;
    this.#session = session;
    this.#faults = faults;
  }

  get words(): Mode['words'] {
    return this.#mode()?.words ?? 'abbreviated';
  }

  /** What Ctrl-C, Ctrl-Z and Ctrl-D do, as command lines. */
  get controls(): Pick<Mode, 'ctrlC' | 'ctrlZ' | 'ctrlD'> {
    return this.#mode() ?? {};
  }

  /** Its prompt, `\n` between lines. */
  get prompt(): string {
    const { device } = this.#options;
    const prompt = () => this.#mode()?.prompt(device, this.#session);
    return this.#faults.safely(prompt, undefined) ?? `${device.name}> `;
  }

  /** What a line runs against; nothing is on the screen before it when it was not typed there. */
  lineContext(typed: boolean): LineContext {
    const { device, tree } = this.#options;
    return {
      device,
      tree,
      session: this.#session,
      promptLength: typed ? (this.prompt.split('\n').at(-1) ?? '').length : 0,
      onFault: (error, line) => this.#faults.report(error, line),
    };
  }

  #mode(): Mode | undefined {
    return this.#faults.safely(() => this.#options.tree.modeOf(this.#session.mode), undefined);
  }
}
