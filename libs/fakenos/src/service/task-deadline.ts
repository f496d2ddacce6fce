import { FakeNosError } from '../errors';

/** How long a task may take, and who may give it up. */
export interface TaskDeadlineOptions {
  /** Seconds; 600 when absent. */
  readonly timeout: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

const DEFAULT_S = 600;
const LONGEST_S = 86_400;

/** The time that a task has, from when it was asked for. */
export class TaskDeadline implements Disposable {
  /** Aborts with `start_timeout` when the time is over, and with the caller's reason when the caller gives up. */
  readonly signal: AbortSignal;
  /** Aborts when the caller gives up. */
  readonly callerSignal: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  readonly #now: () => number;
  readonly #endMs: number;

  constructor(network: string, { timeout = DEFAULT_S, signal, now }: TaskDeadlineOptions) {
    const seconds = Math.min(Math.max(timeout, 0), LONGEST_S);
    const over = new AbortController();
    this.#now = now;
    this.#endMs = now() + seconds * 1000;
    this.#timer = setTimeout(() => {
      const message = `${network} was not ready within ${seconds} s. Allow more time, or look at what else is done to it.`;
      over.abort(new FakeNosError('start_timeout', message));
    }, seconds * 1000);
    this.callerSignal = signal ?? new AbortController().signal;
    this.signal = AbortSignal.any([over.signal, this.callerSignal]);
  }

  /** Milliseconds that are left, at least one. */
  get leftMs(): number {
    return Math.max(1, Math.round(this.#endMs - this.#now()));
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}
