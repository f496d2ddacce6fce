import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openSqliteStore } from './stores/sqlite-queue-store';
import { FakeClock } from './test-fixtures/fake-clock';
import { openQueue, TIMEOUTS } from './test-fixtures/queue-on-store';
import { temporaryFolder } from './test-fixtures/temporary-folder';

describe('after a restart', () => {
  test('everybody is who and where they were, what ended is remembered, and tickets go on', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'queue.db');
    const clock = new FakeClock();
    const before = await openSqliteStore({ file });
    const predecessor = await openQueue(before, clock);
    const gone = await predecessor.enqueue();
    for (const request of [{ owner: 'anna' }, { waitTimeoutMs: 70_000, labels: { a: 'b' } }, {}]) {
      await predecessor.enqueue(request);
    }
    const ended = await predecessor.end(gone.id, 'crashed');
    const live = [predecessor.active(), ...predecessor.waiting()];
    await predecessor.close();
    await before.close();
    clock.advance(86_400_000);

    await using store = await openSqliteStore({ file });
    await using queue = await openQueue(store, clock);
    expect([queue.active(), ...queue.waiting()]).toEqual(live);
    expect(queue.loss(gone.id)).toEqual(ended);
    expect(await queue.enqueue()).toMatchObject({ ticket: 5, position: 3 });
  });

  test('how long others had the slot is remembered, and told to those who wait', async () => {
    await using store = await openSqliteStore({ memory: true });
    const clock = new FakeClock();
    const predecessor = await openQueue(store, clock);
    const [first] = [await predecessor.enqueue(), await predecessor.enqueue(), await predecessor.enqueue()];
    expect(predecessor.estimatedWait(1)).toBeUndefined();
    clock.advance(10_000);
    await predecessor.end(first.id, 'released');
    clock.advance(4_000);
    expect([1, 2].map((position) => predecessor.estimatedWait(position))).toEqual([6_000, 16_000]);
    await predecessor.close();
    await using queue = await openQueue(store, clock);
    expect([1, 2].map((position) => queue.estimatedWait(position))).toEqual([6_000, 16_000]);
  });

  test('all clocks start anew: of leases and of limited waits', async () => {
    await using store = await openSqliteStore({ memory: true });
    const clock = new FakeClock();
    const predecessor = await openQueue(store, clock);
    for (const request of [{}, { waitTimeoutMs: 50_000 }, {}]) await predecessor.enqueue(request);
    await predecessor.close();
    clock.advance(10 * TIMEOUTS.waitingMs);
    await using queue = await openQueue(store, clock);
    expect(await queue.expire()).toEqual([]);
    expect(queue.nextExpiry()).toBe(clock.now() + 50_001);
    clock.advance(TIMEOUTS.activeMs + 1);
    expect((await queue.expire()).map(({ reason }) => reason)).toEqual(['expired', 'wait_timeout']);
    expect(queue.counts()).toEqual({ waiting: 0, active: 1 });
  });

  test('promotion is restored when the predecessor left nobody active', async () => {
    await using store = await openSqliteStore({ memory: true });
    const clock = new FakeClock();
    const predecessor = await openQueue(store, clock);
    const [first, second] = [await predecessor.enqueue(), await predecessor.enqueue()];
    await predecessor.close();
    await store.transaction((transaction) => transaction.deleteSession(first.id));
    await using queue = await openQueue(store, clock);
    expect(queue.active()).toMatchObject({ id: second.id, position: 0, activeSince: clock.date() });
  });

  test('of a machine that stopped dead, all that was answered is there', async () => {
    await using folder = await temporaryFolder();
    await using store = await openSqliteStore({ file: join(folder.path, 'queue.db') });
    const clock = new FakeClock();
    await using victim = await openQueue(store, clock);
    for (let i = 0; i < 5; i += 1) await victim.enqueue();
    await victim.end(victim.active()?.id ?? '', 'released');

    // What is on disk at this moment is what a dead process leaves behind.
    for (const name of await readdir(folder.path)) {
      if (!name.endsWith('-shm')) await copyFile(join(folder.path, name), join(folder.path, `left-${name}`));
    }
    await using left = await openSqliteStore({ file: join(folder.path, 'left-queue.db') });
    await using queue = await openQueue(left, clock);
    expect([queue.active(), ...queue.waiting()]).toEqual([victim.active(), ...victim.waiting()]);
    expect(queue.counts()).toEqual({ waiting: 3, active: 1 });
  });
});
