import { expect, test } from '@jest/globals';
import { openSqliteStore, SessionQueue } from './index';

test('the first one is active, the next waits and is promoted when the first ends', async () => {
  await using store = await openSqliteStore({ memory: true });
  let id = 0;
  await using queue = await SessionQueue.open({
    store,
    clock: { now: () => 0, date: () => new Date(0) },
    newId: () => `id-${++id}`,
    timeouts: { waitingMs: 600_000, activeMs: 300_000 },
  });
  const first = await queue.enqueue({ owner: 'a' });
  const second = await queue.enqueue();
  expect(first).toMatchObject({ status: 'active', position: 0, request: { owner: 'a' } });
  expect(second).toMatchObject({ status: 'waiting', position: 1 });
  expect(await queue.end(first.id, 'released')).toMatchObject({ wasActive: true, reason: 'released' });
  expect(queue.find(second.id)).toMatchObject({ status: 'active', position: 0 });
  expect(queue.loss(first.id)?.explanation).toBe('released by its client');
});
