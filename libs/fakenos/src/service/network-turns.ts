/** What changes the same network takes turns, in the order in which it was asked for; networks do not wait for each other. */
export class NetworkTurns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `work` once it is its turn. A caller whose signal aborts while it waits gives up its turn. */
  take<T>(network: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(network) ?? Promise.resolve();
    const turn = waitFor(before, signal).then(work);
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

function waitFor(before: Promise<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(reasonOf(signal));
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    void before.then(() => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    });
  });
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason));
}
