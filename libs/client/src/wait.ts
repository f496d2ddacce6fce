import { setTimeout as delay } from 'node:timers/promises';

/** Time and chance, handed in so that tests need no sleeping. */
export interface Clock {
  /** Milliseconds since some fixed moment; never goes back. */
  now(): number;
  /**
   * Resolves after `milliseconds`, rejects with the signal's reason when it aborts. In the `background`,
   * the wait does not keep the process alive.
   */
  sleep(milliseconds: number, signal: AbortSignal, place?: 'foreground' | 'background'): Promise<void>;
  /** At least 0, less than 1. */
  random(): number;
}

/** Timers take no more: about 24.8 days. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own clock. The only place of this package that waits for time to pass. */
export const systemClock: Clock = {
  now: () => performance.now(),
  async sleep(milliseconds, signal, place = 'foreground') {
    signal.throwIfAborted();
    try {
      await delay(Math.min(milliseconds, LONGEST_TIMER_MS), undefined, {
        signal,
        ref: place === 'foreground',
      });
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  },
  random: () => Math.random(),
};

/** `milliseconds` give or take a quarter, so that many clients that began together do not stay together. */
export function withJitter(milliseconds: number, clock: Clock): number {
  return milliseconds * (0.75 + clock.random() / 2);
}
