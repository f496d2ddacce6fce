import { expect, test } from '@jest/globals';
import { mapBounded } from './map-bounded';

test.each([
  [0, 3],
  [1, 3],
  [7, 3],
  [3, 7],
])('of %i items no more than %i are at work at a time, and all come in their order', async (count, limit) => {
  let atWork = 0;
  let most = 0;
  const items = Array.from({ length: count }, (_, index) => index);
  const results = await mapBounded(items, limit, async (item) => {
    most = Math.max(most, (atWork += 1));
    for (let turn = 0; turn < count - item; turn += 1) await Promise.resolve();
    atWork -= 1;
    return `${item}`;
  });
  expect(results).toEqual(items.map(String));
  expect(most).toBe(Math.min(count, limit));
});

test('one that rejects is told', async () => {
  const failing = mapBounded([1, 2], 1, (item) => Promise.reject(new Error(`${item}`)));
  await expect(failing).rejects.toThrow('1');
});
