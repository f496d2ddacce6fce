import type { QueueStore } from '../queue-store';
import { SessionQueue } from '../session-queue';
import type { SessionQueueOptions } from '../session-queue-options';
import { openSqliteStore } from '../stores/sqlite-queue-store';
import { FakeClock } from './fake-clock';

/** The timeouts of all tests, in milliseconds. */
export const TIMEOUTS = { waitingMs: 600_000, activeMs: 300_000 };

let ids = 0;

/** A queue on a store, with ids that differ throughout the process. */
export function openQueue(
  store: QueueStore,
  clock: FakeClock,
  options: Partial<SessionQueueOptions> = {},
): Promise<SessionQueue> {
  return SessionQueue.open({ store, clock, newId: () => `secret-${++ids}`, timeouts: TIMEOUTS, ...options });
}

/** A queue on an embedded store in memory, and its clock; both are closed with it. */
export async function queueInMemory(options: Partial<SessionQueueOptions> = {}) {
  const clock = new FakeClock();
  const store = await openSqliteStore({ memory: true });
  const queue = await openQueue(store, clock, options);
  const dispose = async () => {
    await queue.close();
    await store.close();
  };
  return { queue, clock, store, [Symbol.asyncDispose]: dispose };
}
