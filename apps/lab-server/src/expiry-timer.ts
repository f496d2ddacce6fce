import type { SystemClock } from './system-clock';

/** What has deadlines; a session queue. */
export interface Expiring {
  /** Monotonic milliseconds, or undefined when nothing can expire. */
  nextExpiry(): number | undefined;
  onEvent(listener: () => void): Disposable;
}

const RETRY_MS = 1_000;

/** Calls `expire` whenever the queue has something to expire, and not otherwise. */
export class ExpiryTimer implements Disposable {
  readonly #queue: Expiring;
  readonly #clock: Pick<SystemClock, 'now' | 'after'>;
  readonly #expire: () => Promise<unknown>;
  readonly #onFailure: (error: unknown) => void;
  readonly #subscription: Disposable;
  #timer: Disposable | undefined;
  #disposed = false;
  #armedFor = Number.POSITIVE_INFINITY;

  constructor(
    queue: Expiring,
    clock: Pick<SystemClock, 'now' | 'after'>,
    expire: () => Promise<unknown>,
    onFailure: (error: unknown) => void,
  ) {
    this.#onFailure = onFailure;
    this.#queue = queue;
    this.#clock = clock;
    this.#expire = expire;
    // Renewals only ever move a deadline away, so an early timer finds nothing and looks again; only a new session
    // or a promotion can bring an earlier one.
    this.#subscription = queue.onEvent(() => this.look());
    this.look();
  }

  /** Looks again: a session that was pinned has a deadline again, of which no event tells. */
  look(): void {
    if (this.#disposed) return;
    const next = this.#queue.nextExpiry() ?? Number.POSITIVE_INFINITY;
    if (next >= this.#armedFor) return;
    this.#timer?.[Symbol.dispose]();
    this.#armedFor = next;
    // A session lives up to and including its last millisecond.
    this.#timer = this.#clock.after(Math.max(next - this.#clock.now(), 0) + 1, () => this.#fire());
  }

  [Symbol.dispose](): void {
    this.#disposed = true;
    this.#subscription[Symbol.dispose]();
    this.#timer?.[Symbol.dispose]();
  }

  #fire(): void {
    this.#armedFor = Number.POSITIVE_INFINITY;
    this.#expire().then(
      () => this.look(),
      (error: unknown) => {
        if (this.#disposed) return;
        this.#onFailure(error);
        // What is due is still due: not at once again, lest a store that cannot write is asked without end.
        this.#timer = this.#clock.after(RETRY_MS, () => this.look());
      },
    );
  }
}
