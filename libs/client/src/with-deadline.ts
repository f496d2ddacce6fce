import { LONGEST_TIMER_MS } from './wait';

/**
 * Runs `work` with a signal that aborts with the first reason of `signals`, or with `timeoutError()` after
 * `milliseconds` of real time (`Infinity`: never). Leaves no timer and no listener behind.
 */
export async function withDeadline<T>(
  milliseconds: number,
  timeoutError: () => Error,
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(timeoutError()), Math.min(milliseconds, LONGEST_TIMER_MS));
  const followed = signals.map((signal) => {
    const follow = (): void => controller.abort(signal.reason);
    if (signal.aborted) follow();
    else signal.addEventListener('abort', follow, { once: true });
    return () => signal.removeEventListener('abort', follow);
  });
  try {
    controller.signal.throwIfAborted();
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const unfollow of followed) unfollow();
  }
}
