import { unlessAborted } from './unless-aborted';

/** What changes the same network takes turns, in the order in which it was asked for; networks do not wait for each other. */
export class NetworkTurns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `work` once it is its turn. A caller whose signal aborts while it waits gives up its turn. */
  take<T>(network: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(network) ?? Promise.resolve();
    const turn = unlessAborted(before, signal).then(work);
    // Who gave up does not let the next one in early.
    const over = Promise.allSettled([before, turn]).then(() => {
      if (this.#last.get(network) === over) this.#last.delete(network);
    });
    this.#last.set(network, over);
    return turn;
  }

  /** Networks for which something is under way. */
  get busy(): readonly string[] {
    return [...this.#last.keys()];
  }
}
