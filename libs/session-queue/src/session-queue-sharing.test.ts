import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { QueueEvent } from './queue-event';
import type { QueueStore } from './queue-store';
import type { SessionQueue } from './session-queue';
import { openSqliteStore } from './stores/sqlite-queue-store';
import { FakeClock } from './test-fixtures/fake-clock';
import { openQueue } from './test-fixtures/queue-on-store';
import { temporaryFolder } from './test-fixtures/temporary-folder';
import { wrappedStore } from './test-fixtures/wrapped-store';

/** Two queues on one file, as two servers on one database would be. */
async function twoQueues(file: string) {
  const clock = new FakeClock();
  const stores = [await openSqliteStore({ file }), await openSqliteStore({ file })] as const;
  const one = await openQueue(stores[0], clock);
  const other = await openQueue(stores[1], clock);
  return {
    one,
    other,
    [Symbol.asyncDispose]: async () => void (await Promise.all(stores.map((s) => s.close()))),
  };
}

/** Any change makes a queue look at what others did; ending nobody is the smallest. */
async function catchUp(queue: SessionQueue): Promise<void> {
  await queue.end('nobody', 'released');
}

const live = (queue: SessionQueue) => [queue.active(), ...queue.waiting()].map((session) => session?.id);

test('a queue decides on what others have stored, not on what it remembers', async () => {
  await using folder = await temporaryFolder();
  await using both = await twoQueues(join(folder.path, 'queue.db'));
  const { one, other } = both;
  const first = await one.enqueue();
  const second = await other.enqueue();
  expect(second).toMatchObject({ status: 'waiting', position: 1, ticket: first.ticket + 1 });
  expect(await other.end(first.id, 'destroyed')).toMatchObject({ wasActive: true });
  expect(await one.end(first.id, 'released')).toBeUndefined();
  expect(one.loss(first.id)).toMatchObject({ reason: 'destroyed' });
  expect(one.active()).toMatchObject({ id: second.id, status: 'active' });
});

test('who listens or waits at one queue hears of what happened at the other', async () => {
  await using folder = await temporaryFolder();
  await using both = await twoQueues(join(folder.path, 'queue.db'));
  const { one, other } = both;
  const first = await one.enqueue();
  const second = await one.enqueue();
  const events: QueueEvent['type'][] = [];
  one.onEvent(({ type }) => events.push(type));
  const promoted = one.changed(second.id, new AbortController().signal);
  await other.end(first.id, 'released');
  await other.enqueue();
  await catchUp(one);
  await promoted;
  expect(events).toEqual(['session.queued', 'session.ended', 'session.active', 'session.moved']);
});

test('a store that hints at changes of others makes the queue look, until it is closed', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'queue.db');
  await using plain = await openSqliteStore({ file });
  await using otherStore = await openSqliteStore({ file });
  const hints = new Set<() => void>();
  const errors: unknown[] = [];
  const store: QueueStore = {
    ...wrappedStore(plain, () => {
      if (errors.length === 0 && failing) throw new Error('on purpose');
    }),
    onForeignChange: (listener) => {
      hints.add(listener);
      return { [Symbol.dispose]: () => void hints.delete(listener) };
    },
  };
  let failing = false;
  const clock = new FakeClock();
  await using queue = await openQueue(store, clock, { onError: (error) => errors.push(error) });
  await using other = await openQueue(otherStore, clock);
  const heard = new Promise((resolve) => queue.onEvent(resolve));
  const session = await other.enqueue();
  for (const hint of hints) hint();
  expect(await heard).toMatchObject({ type: 'session.queued', session: { name: session.name } });

  failing = true;
  for (const hint of hints) hint();
  await queue.end('nobody', 'released').catch(() => undefined);
  expect(errors.map(String)).toEqual(['Error: on purpose']);
  await queue.close();
  expect(hints.size).toBe(0);
});

test('whoever changes it and in whichever order, there is one queue, and it is FIFO', async () => {
  await using folder = await temporaryFolder();
  let runs = 0;
  const step = fc.record({ at: fc.boolean(), end: fc.option(fc.nat(5)) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      await using both = await twoQueues(join(folder.path, `queue-${++runs}.db`));
      const expected: string[] = [];
      for (const { at, end } of steps) {
        const queue = at ? both.one : both.other;
        if (end === null) expected.push((await queue.enqueue()).id);
        else await queue.end(expected.splice(end, 1)[0] ?? 'nobody', 'released');
        expect(live(queue)).toEqual(expected.length === 0 ? [undefined] : expected);
      }
      await Promise.all([catchUp(both.one), catchUp(both.other)]);
      expect(live(both.one)).toEqual(live(both.other));
    }),
    { numRuns: 30 },
  );
}, 60_000);
