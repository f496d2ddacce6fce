import type { SessionQueue } from '@remote-lab/session-queue';
import type { SystemClock } from './system-clock';

/** Calls `expire` whenever the queue has something to expire, and not otherwise. */
export class ExpiryTimer implements Disposable {
  readonly #queue: Pick<SessionQueue, 'nextExpiry' | 'onEvent'>;
  readonly #clock: Pick<SystemClock, 'now' | 'after'>;
  readonly #expire: () => Promise<unknown>;
  readonly #subscription: Disposable;
  #timer: Disposable | undefined;
  #armedFor = Number.POSITIVE_INFINITY;

  constructor(
    queue: Pick<SessionQueue, 'nextExpiry' | 'onEvent'>,
    clock: Pick<SystemClock, 'now' | 'after'>,
    expire: () => Promise<unknown>,
  ) {
    this.#queue = queue;
    this.#clock = clock;
    this.#expire = expire;
    // Renewals only ever move a deadline away, so an early timer finds nothing and looks again; only a new session
    // or a promotion can bring an earlier one.
    this.#subscription = queue.onEvent(() => this.#arm());
    this.#arm();
  }

  [Symbol.dispose](): void {
    this.#subscription[Symbol.dispose]();
    this.#timer?.[Symbol.dispose]();
  }

  #arm(): void {
    const next = this.#queue.nextExpiry() ?? Number.POSITIVE_INFINITY;
    if (next >= this.#armedFor) return;
    this.#timer?.[Symbol.dispose]();
    this.#armedFor = next;
    // A session lives up to and including its last millisecond.
    this.#timer = this.#clock.after(Math.max(next - this.#clock.now(), 0) + 1, () => this.#fire());
  }

  #fire(): void {
    this.#armedFor = Number.POSITIVE_INFINITY;
    const again = (): void => this.#arm();
    // A store that cannot write now is asked again at the next change or deadline; the queue has told its listeners.
    this.#expire().then(again, again);
  }
}
