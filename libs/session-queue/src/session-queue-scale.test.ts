import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { QueueStore } from './queue-store';
import type { Session } from './session';
import type { SessionQueue } from './session-queue';
import { openSqliteStore } from './stores/sqlite-queue-store';
import { FakeClock } from './test-fixtures/fake-clock';
import { openQueue, TIMEOUTS } from './test-fixtures/queue-on-store';
import { wrappedStore } from './test-fixtures/wrapped-store';

const WAITERS = 10_000;

/** One queue for all tests of the file, because filling it is most of the work; they only ask, in any order. */
let inner: QueueStore;
let queue: SessionQueue;
let sessions: readonly Session[];
let storeSteps = 0;

beforeAll(async () => {
  inner = await openSqliteStore({ memory: true });
  const clock = new FakeClock();
  queue = await openQueue(
    wrappedStore(inner, () => void (storeSteps += 1)),
    clock,
  );
  sessions = await Promise.all(Array.from({ length: WAITERS + 1 }, () => queue.enqueue()));
});

afterAll(() => inner.close());

describe('a queue of 10,000 waiting sessions', () => {
  test('knows everybody’s position, without asking the store', () => {
    storeSteps = 0;
    expect(queue.counts()).toEqual({ waiting: WAITERS, active: 1 });
    expect(sessions.map(({ id }) => queue.find(id)?.position)).toEqual(
      sessions.map((_, position) => position),
    );
    for (const { id } of sessions) expect(queue.renew(id)).toBe(true);
    expect(queue.nextExpiry()).toBeGreaterThan(TIMEOUTS.activeMs);
    expect(queue.waiting(3).map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(storeSteps).toBe(0);
  });

  test('stores as little for a change as an empty one does', async () => {
    storeSteps = 0;
    const last = await queue.enqueue();
    const enqueueSteps = storeSteps;
    expect(last.position).toBe(WAITERS + 1);
    expect(await queue.end(last.id, 'released')).toMatchObject({ ticket: last.ticket });
    // begin, revision, ticket, row, history, revision, commit; an end has a tombstone and no ticket.
    expect([enqueueSteps, storeSteps - enqueueSteps]).toEqual([7, 7]);
  });
});
