import { setTimeout as delay } from 'node:timers/promises';
import { isBusy, storeBusy } from './sqlite-errors';

/** How long the driver itself waits for a lock; it stops the event loop meanwhile, so it is short. */
export const DRIVER_WAIT_MS = 20;
const PAUSE_MS = 20;

/**
 * Tries until the database is not held by another process, letting the event loop run in between; rejects with
 * `store_busy` after about `timeoutMs`. Other failures pass through at once.
 */
export async function retryWhileBusy(file: string, timeoutMs: number, attempt: () => void): Promise<void> {
  for (let left = timeoutMs; ; left -= DRIVER_WAIT_MS + PAUSE_MS) {
    try {
      attempt();
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (left <= 0) throw storeBusy(file, error);
      await delay(PAUSE_MS);
    }
  }
}
