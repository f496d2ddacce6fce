import { expect, test } from '@jest/globals';
import { GenerationReserve } from './generation-reserve';

test('gives each number once, and only after it was fetched', async () => {
  const reserve = new GenerationReserve((after) => Promise.resolve(after + 1));
  expect(reserve.isReady).toBe(false);
  expect(() => reserve.take()).toThrow('reserved');
  await reserve.fill();
  expect([reserve.isReady, reserve.take(), reserve.isReady]).toEqual([true, 1, false]);
});

test('fetches one number for several that ask at once', async () => {
  let fetched = 0;
  const reserve = new GenerationReserve(() => Promise.resolve((fetched += 1)));
  await Promise.all([reserve.fill(), reserve.fill()]);
  expect(fetched).toBe(1);
});

test('is not led astray by a source that counts from the start again', async () => {
  const reserve = new GenerationReserve(() => Promise.resolve(1));
  await reserve.fill();
  reserve.take();
  await reserve.fill();
  expect(reserve.take()).toBe(2);
});

test('skips what somebody else has used, also what it has at hand', async () => {
  const reserve = new GenerationReserve((after) => Promise.resolve(after + 1));
  await reserve.fill();
  reserve.skip(41);
  expect(reserve.isReady).toBe(false);
  await reserve.fill();
  expect(reserve.take()).toBe(42);
});

test('asks again after the source has failed', async () => {
  let fails = true;
  const reserve = new GenerationReserve(() => (fails ? Promise.reject(new Error('no')) : Promise.resolve(3)));
  await expect(reserve.fill()).rejects.toThrow('no');
  fails = false;
  await reserve.fill();
  expect(reserve.take()).toBe(3);
});
