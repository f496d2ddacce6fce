import type { Behavior, CannedAnswer } from './behavior';
import { normalBehavior } from './behavior';
import { seededChance, seedFor } from './seeded-chance';

const DEFAULT_SEED = 1;

/** How one device behaves by now: what its sessions and its door ask. */
export class HostBehavior {
  readonly #host: string;
  readonly #watchers = new Set<() => void>();
  #current: Behavior = normalBehavior;
  #used = new Map<CannedAnswer, number>();
  #chance = seededChance(DEFAULT_SEED);

  constructor(host: string) {
    this.#host = host;
  }

  get current(): Behavior {
    return this.#current;
  }

  /** From now on, for sessions that are open, too. Counts and chance begin anew. */
  change(behavior: Behavior): void {
    this.#current = behavior;
    this.#used = new Map();
    this.#chance = seededChance(seedFor(this.#host, behavior.seed ?? DEFAULT_SEED));
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** Tells of each change until the returned function is called. */
  watch(onChange: () => void): () => void {
    this.#watchers.add(onChange);
    return () => void this.#watchers.delete(onChange);
  }

  /** From 0 up to 1. */
  random(): number {
    return this.#chance();
  }

  /** The canned answer to a command line, which counts as used; undefined when there is none, or none is left. */
  takeAnswer(command: string): CannedAnswer | undefined {
    const answer = this.#current.answers?.find(
      (one) => one.command === command && (this.#used.get(one) ?? 0) < (one.times ?? Infinity),
    );
    if (answer) this.#used.set(answer, (this.#used.get(answer) ?? 0) + 1);
    return answer;
  }

  /** Whether connections are taken: what a device's door asks. */
  admits(): boolean {
    return this.#current.refuse_connections !== true;
  }

  /** What becomes of logins: what a device's door asks. */
  login(): 'decide' | 'refuse' | 'stall' {
    if (this.#current.stall_logins) return 'stall';
    return this.#current.refuse_logins ? 'refuse' : 'decide';
  }
}
