import { describe, expect, test } from '@jest/globals';
import { FakeClock } from './test-fixtures/fake-clock';
import { openQueue, queueInMemory, TIMEOUTS } from './test-fixtures/queue-on-store';
import { wrappedStore } from './test-fixtures/wrapped-store';
import { openSqliteStore } from './stores/sqlite-queue-store';

const { waitingMs, activeMs } = TIMEOUTS;

describe('expiry', () => {
  test('ends the active session after strictly more than its timeout, and promotes the next', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    const [first, second] = [await queue.enqueue(), await queue.enqueue()];
    clock.advance(activeMs);
    expect(await queue.expire()).toEqual([]);
    clock.advance(1);
    expect(await queue.expire()).toMatchObject([
      {
        id: first.id,
        reason: 'expired',
        wasActive: true,
        explanation: 'expired after 300 s without a sign of life',
      },
    ]);
    expect(queue.active()?.id).toBe(second.id);
  });

  test('ends a silent waiter after its own timeout, while those who are heard of stay', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    const [first, second, third] = [await queue.enqueue(), await queue.enqueue(), await queue.enqueue()];
    for (let passed = 0; passed < waitingMs; passed += 200_000) {
      clock.advance(200_000);
      expect([queue.renew(first.id), queue.renew(third.id)]).toEqual([true, true]);
    }
    clock.advance(1);
    expect(await queue.expire()).toMatchObject([
      { id: second.id, wasActive: false, explanation: 'expired after 600 s without a sign of life' },
    ]);
    expect([first, third].map(({ id }) => queue.find(id)?.position)).toEqual([0, 1]);
  });

  test('ends everybody who is due in one go, before anybody is promoted', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    const silent = [await queue.enqueue(), await queue.enqueue()];
    clock.advance(waitingMs);
    const late = await queue.enqueue();
    clock.advance(1);
    expect((await queue.expire()).map(({ id }) => id)).toEqual(silent.map(({ id }) => id));
    expect(queue.active()?.id).toBe(late.id);
    expect(await queue.history({ kind: 'session.active' })).toHaveLength(2);
  });

  test('gives a promoted session its full time, however long ago it was heard of as a waiter', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    const [first, second] = [await queue.enqueue(), await queue.enqueue()];
    clock.advance(waitingMs - 1);
    await queue.end(first.id, 'released');
    clock.advance(activeMs);
    expect(await queue.expire()).toEqual([]);
    expect(queue.active()?.id).toBe(second.id);
    clock.advance(1);
    expect(await queue.expire()).toHaveLength(1);
  });

  test('says when it next has something to do', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    expect(queue.nextExpiry()).toBeUndefined();
    const start = clock.now();
    const first = await queue.enqueue();
    expect(queue.nextExpiry()).toBe(start + activeMs + 1);
    await queue.enqueue({ waitTimeoutMs: 1_000 });
    expect(queue.nextExpiry()).toBe(start + 1_001);
    clock.advance(1_001);
    expect(await queue.expire()).toHaveLength(1);
    queue.renew(first.id);
    expect(queue.nextExpiry()).toBe(clock.now() + activeMs + 1);
    clock.advance((queue.nextExpiry() ?? 0) - clock.now() - 1);
    expect(await queue.expire()).toEqual([]);
    clock.advance(1);
    expect(await queue.expire()).toHaveLength(1);
    expect(queue.nextExpiry()).toBeUndefined();
  });

  test('knows no sign of life from a session that is gone', async () => {
    await using all = await queueInMemory();
    const { id } = await all.queue.enqueue();
    await all.queue.end(id, 'released');
    expect(all.queue.renew(id)).toBe(false);
    expect(all.queue.renew('nobody')).toBe(false);
  });
});

describe('a pinned session', () => {
  test('never expires, and has its full time again once the last pin is gone', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    const { id } = await queue.enqueue();
    const [up, inspect] = [queue.pin(id), queue.pin(id)];
    clock.advance(10 * activeMs);
    inspect[Symbol.dispose]();
    inspect[Symbol.dispose]();
    clock.advance(10 * activeMs);
    queue.renew(id);
    expect(queue.nextExpiry()).toBeUndefined();
    expect(await queue.expire()).toEqual([]);

    up[Symbol.dispose]();
    clock.advance(activeMs);
    expect(await queue.expire()).toEqual([]);
    clock.advance(1);
    expect(await queue.expire()).toMatchObject([{ id }]);
  });

  test('stays pinned when it is promoted', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    const [first, second] = [await queue.enqueue(), await queue.enqueue()];
    using pin = queue.pin(second.id);
    await queue.end(first.id, 'released');
    clock.advance(10 * activeMs);
    expect(await queue.expire()).toEqual([]);
    pin[Symbol.dispose]();
    expect(queue.nextExpiry()).toBe(clock.now() + activeMs + 1);
  });

  test('can still be ended, and its pin then lets go of nothing', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    const { id } = await queue.enqueue();
    const pin = queue.pin(id);
    expect(await queue.end(id, 'destroyed')).toMatchObject({ reason: 'destroyed' });
    pin[Symbol.dispose]();
    expect(queue.nextExpiry()).toBeUndefined();
  });

  test('must exist', async () => {
    await using all = await queueInMemory();
    expect(() => all.queue.pin('nobody')).toThrow(
      expect.objectContaining({ code: 'unknown_session', message: expect.not.stringContaining('nobody') }),
    );
  });
});

describe('a wait timeout', () => {
  test('ends a waiter however alive and busy it is', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    await queue.enqueue();
    const { id } = await queue.enqueue({ waitTimeoutMs: 90_500 });
    const pin = queue.pin(id);
    clock.advance(90_500);
    queue.renew(id);
    expect(await queue.expire()).toEqual([]);
    clock.advance(1);
    expect(await queue.expire()).toMatchObject([
      {
        id,
        reason: 'wait_timeout',
        explanation: 'gave up after 90.5 s of waiting, the limit it had asked for',
      },
    ]);
    pin[Symbol.dispose]();
  });

  test('means nothing once the session is active', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    const { id } = await queue.enqueue({ waitTimeoutMs: 1_000 });
    clock.advance(100_000);
    expect(await queue.expire()).toEqual([]);
    expect(queue.active()?.id).toBe(id);
  });
});

describe('a sign of life that arrives while expiry is being stored', () => {
  test.each(['renew', 'pin'] as const)('saves the session (%s)', async (sign) => {
    const clock = new FakeClock();
    await using inner = await openSqliteStore({ memory: true });
    let onDelete = () => {};
    const store = wrappedStore(inner, (step) => {
      if (step === 'deleteSession') onDelete();
    });
    await using queue = await openQueue(store, clock);
    const [first, second] = [await queue.enqueue(), await queue.enqueue()];
    clock.advance(waitingMs + 1);
    onDelete = () => queue[sign](second.id);
    expect((await queue.expire()).map(({ id }) => id)).toEqual([first.id]);
    expect(queue.active()?.id).toBe(second.id);
  });
});

test('when nothing is due, expiry leaves the store alone', async () => {
  let steps = 0;
  await using inner = await openSqliteStore({ memory: true });
  await using queue = await openQueue(
    wrappedStore(inner, () => void (steps += 1)),
    new FakeClock(),
  );
  await queue.enqueue();
  steps = 0;
  await queue.expire();
  expect(steps).toBe(0);
});
