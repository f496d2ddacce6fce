import type { ConfigTree } from './config-tree';
import type { ConfigCommit, ConfigEdit, DeviceConfiguration } from './device-configuration';

/** What a {@link KeptConfiguration} is made of. */
export interface KeptConfigurationParts {
  /** The configuration that the topology gives; called once, when the configuration is first asked for. */
  readonly initial: () => ConfigTree;
  readonly now: () => Date;
  /** Told of every change, together with the initial configuration. */
  readonly onChange: (running: ConfigTree, initial: ConfigTree) => void;
  readonly onReload: () => void;
}

const MOST_COMMITS = 50;

/** Keeps a device's configuration in memory, from the first question to the end of the network. */
export class KeptConfiguration implements DeviceConfiguration {
  readonly #parts: KeptConfigurationParts;
  readonly #initial: ConfigTree;
  #running: ConfigTree;
  #startup: ConfigTree;
  #history: readonly ConfigCommit[] = [];

  constructor(parts: KeptConfigurationParts) {
    this.#parts = parts;
    this.#initial = this.#running = this.#startup = parts.initial();
  }

  get running(): ConfigTree {
    return this.#running;
  }

  get startup(): ConfigTree {
    return this.#startup;
  }

  get history(): readonly ConfigCommit[] {
    return this.#history;
  }

  edit(edit: ConfigEdit): void {
    const next = edit(this.#running);
    if (next === this.#running) return;
    this.#running = next;
    this.#parts.onChange(next, this.#initial);
  }

  commit(edit: ConfigEdit, by: { readonly username: string; readonly comment?: string }): void {
    const replaced = { ...by, tree: this.#running, at: this.#parts.now() };
    this.edit(edit);
    this.#history = [replaced, ...this.#history].slice(0, MOST_COMMITS);
  }

  save(): void {
    this.#startup = this.#running;
  }

  reload(): void {
    this.edit(() => this.#startup);
    this.#parts.onReload();
  }
}
