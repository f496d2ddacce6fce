interface Watch {
  readonly id: string;
  readonly ticket: number;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Those who wait for something to happen to a session. */
export class ChangeSignals {
  readonly #watches = new Set<Watch>();

  /** Resolves at the next {@link tell} that concerns this session; rejects with the signal's reason when it aborts. */
  next(id: string, ticket: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(asError(signal.reason));
    return new Promise((resolve, reject) => {
      const settle = (how: () => void) => () => {
        this.#watches.delete(watch);
        signal.removeEventListener('abort', onAbort);
        how();
      };
      const onAbort = () => watch.reject(signal.reason);
      const watch: Watch = {
        id,
        ticket,
        resolve: settle(resolve),
        reject: (reason) => settle(() => reject(asError(reason)))(),
      };
      this.#watches.add(watch);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Wakes who watches one of these ids or any session with a ticket greater than `behind`. */
  tell(ids: ReadonlySet<string>, behind: number): void {
    if (ids.size === 0 && behind === Infinity) return;
    for (const watch of [...this.#watches]) {
      if (ids.has(watch.id) || watch.ticket > behind) watch.resolve();
    }
  }

  /** Disappoints everybody. */
  rejectAll(reason: Error): void {
    for (const watch of [...this.#watches]) watch.reject(reason);
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
