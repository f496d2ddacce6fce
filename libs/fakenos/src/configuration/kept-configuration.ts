import type { ConfigTree } from './config-tree';
import type { CommitBy, ConfigCommit, ConfigEdit, DeviceConfiguration } from './device-configuration';

/** What a {@link KeptConfiguration} is made of. */
export interface KeptConfigurationParts {
  /** The configuration that the topology gives; called once, when the configuration is first asked for. */
  readonly initial: () => ConfigTree;
  readonly now: () => Date;
  /** Monotonic milliseconds. */
  readonly uptimeMs: () => number;
  /** Told of every change, together with the initial configuration. */
  readonly onChange: (running: ConfigTree, initial: ConfigTree) => void;
  readonly onReload: () => void;
  /** Told of a commit that waits for its confirmation: whoever looks at the network calls `settle` first. */
  readonly onWaiting?: (waits: boolean) => void;
}

/** What comes back unless somebody confirms in time. */
interface Waiting {
  readonly running: ConfigTree;
  readonly startup: ConfigTree;
  readonly until: number;
}

const MOST_COMMITS = 50;

/** Keeps a device's configuration in memory, from the first question to the end of the network. */
export class KeptConfiguration implements DeviceConfiguration {
  readonly #parts: KeptConfigurationParts;
  readonly #initial: ConfigTree;
  #running: ConfigTree;
  #startup: ConfigTree;
  #history: readonly ConfigCommit[] = [];
  #waiting: Waiting | undefined;

  constructor(parts: KeptConfigurationParts) {
    this.#parts = parts;
    this.#initial = this.#running = this.#startup = parts.initial();
  }

  get running(): ConfigTree {
    this.settle();
    return this.#running;
  }

  get startup(): ConfigTree {
    this.settle();
    return this.#startup;
  }

  get history(): readonly ConfigCommit[] {
    return this.#history;
  }

  edit(edit: ConfigEdit): void {
    const next = edit(this.running);
    if (next === this.#running) return;
    this.#running = next;
    this.#parts.onChange(next, this.#initial);
  }

  commit(edit: ConfigEdit, { confirmWithinMs, ...by }: CommitBy): void {
    const before = { running: this.running, startup: this.#startup };
    const replaced = { ...by, tree: before.running, at: this.#parts.now() };
    this.edit(edit);
    this.#history = [replaced, ...this.#history].slice(0, MOST_COMMITS);
    const until = confirmWithinMs === undefined ? undefined : this.#parts.uptimeMs() + confirmWithinMs;
    this.#wait(until === undefined ? undefined : { ...(this.#waiting ?? before), until });
  }

  confirm(): boolean {
    this.settle();
    const waited = this.#waiting !== undefined;
    this.#wait(undefined);
    return waited;
  }

  /** Takes back a commit whose time for confirmation is over. */
  settle(): void {
    const { running, startup, until } = this.#waiting ?? {};
    if (!running || !startup || until === undefined || this.#parts.uptimeMs() < until) return;
    this.#wait(undefined);
    this.commit(() => running, { username: 'root', comment: 'not confirmed in time' });
    this.#startup = startup;
  }

  save(): void {
    this.#startup = this.#running;
  }

  reload(): void {
    this.edit(() => this.#startup);
    this.#parts.onReload();
  }

  #wait(waiting: Waiting | undefined): void {
    if (waiting === this.#waiting) return;
    this.#waiting = waiting;
    this.#parts.onWaiting?.(waiting !== undefined);
  }
}
