import { describe, expect, test } from '@jest/globals';
import { StoreError } from './errors';
import { openSqliteStore } from './stores/sqlite-queue-store';
import { FakeClock } from './test-fixtures/fake-clock';
import { openQueue } from './test-fixtures/queue-on-store';
import { wrappedStore, type BeforeStep } from './test-fixtures/wrapped-store';

const FAILURE = new StoreError('store_failed', 'The disk is full.');

/** A queue with one active and one waiting session, on a store that can be told to fail or dawdle. */
async function failingQueue() {
  const inner = await openSqliteStore({ memory: true });
  const clock = new FakeClock();
  const control: { before: BeforeStep } = { before: () => {} };
  const store = wrappedStore(inner, (step) => control.before(step));
  const queue = await openQueue(store, clock);
  const sessions = [await queue.enqueue(), await queue.enqueue()] as const;
  return { queue, clock, inner, control, sessions, [Symbol.asyncDispose]: () => inner.close() };
}

describe('a store that fails', () => {
  test.each(['begin', 'revision', 'nextTicket', 'insertSession', 'appendHistory', 'commit'] as const)(
    'at %s makes queueing up fail, after which there is no such session',
    async (failing) => {
      await using all = await failingQueue();
      const { queue, control } = all;
      const before = [queue.active(), ...queue.waiting()];
      control.before = (step) => {
        if (step === failing) throw FAILURE;
      };
      await expect(queue.enqueue()).rejects.toBe(FAILURE);
      expect([queue.active(), ...queue.waiting()]).toEqual(before);
      control.before = () => {};
      expect(await queue.enqueue()).toMatchObject({ status: 'waiting', position: 2 });
    },
  );

  test.each(['deleteSession', 'insertTombstone', 'activateSession', 'commit'] as const)(
    'at %s makes an end fail, after which the session lives on and can be ended',
    async (failing) => {
      await using all = await failingQueue();
      const { queue, control, sessions } = all;
      control.before = (step) => {
        if (step === failing) throw FAILURE;
      };
      await expect(queue.end(sessions[0].id, 'released')).rejects.toBe(FAILURE);
      expect(queue.active()).toEqual(sessions[0]);
      expect(queue.loss(sessions[0].id)).toBeUndefined();
      expect(queue.renew(sessions[0].id)).toBe(true);
      control.before = () => {};
      expect(await queue.end(sessions[0].id, 'released')).toMatchObject({ wasActive: true });
      expect(queue.active()?.id).toBe(sessions[1].id);
    },
  );

  test('while expiring ends nobody, and the next attempt does', async () => {
    await using all = await failingQueue();
    const { queue, control, clock } = all;
    clock.advance(600_001);
    control.before = () => {
      throw FAILURE;
    };
    await expect(queue.expire()).rejects.toBe(FAILURE);
    expect(queue.counts()).toEqual({ waiting: 1, active: 1 });
    control.before = () => {};
    expect(await queue.expire()).toHaveLength(2);
  });

  test('to say that it did commit is found out by the next change', async () => {
    await using inner = await openSqliteStore({ memory: true });
    let lying = false;
    const store: typeof inner = {
      ...wrappedStore(inner, () => {}),
      transaction: async (work) => {
        const result = await inner.transaction(work);
        if (lying) throw FAILURE;
        return result;
      },
    };
    await using queue = await openQueue(store, new FakeClock());
    const first = await queue.enqueue();
    lying = true;
    await expect(queue.enqueue()).rejects.toBe(FAILURE);
    await expect(queue.end(first.id, 'released')).rejects.toBe(FAILURE);
    lying = false;
    expect(await queue.enqueue()).toMatchObject({ ticket: 3, position: 1 });
    expect(queue.active()).toMatchObject({ ticket: 2 });
    expect(queue.loss(first.id)).toMatchObject({ reason: 'released' });
  });

  test('keeps nobody from being served once it works again', async () => {
    await using all = await failingQueue();
    const { queue, control, sessions } = all;
    let failures = 3;
    control.before = (step) => {
      if (step === 'commit' && failures-- > 0) throw FAILURE;
    };
    const endings = [0, 1, 2, 3].map(() => queue.end(sessions[0].id, 'released'));
    const outcomes = await Promise.allSettled(endings);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
    expect(queue.active()?.id).toBe(sessions[1].id);
  });
});

test('calls that overlap on a slow store change the queue one after the other', async () => {
  await using all = await failingQueue();
  const { queue, control } = all;
  const ends: string[] = [];
  control.before = (step) => {
    if (step === 'begin' || step === 'commit') ends.push(step);
    return new Promise(setImmediate);
  };
  queue.onEvent(() => {
    const live = [queue.active(), ...queue.waiting()].filter((session) => session !== undefined);
    expect(live.map(({ position }) => position)).toEqual(live.map((_, i) => i));
  });
  const arrivals = Array.from({ length: 10 }, () => queue.enqueue());
  const endings = arrivals.map(async (arrival, i) =>
    i % 2 ? queue.end((await arrival).id, 'released') : undefined,
  );
  await Promise.all(endings);
  expect(ends.join(' ')).toMatch(/^(begin commit ?){15}$/);
  expect(queue.counts()).toEqual({ waiting: 6, active: 1 });
  expect(queue.waiting().map(({ ticket }) => ticket)).toEqual([2, 3, 5, 7, 9, 11]);
});
