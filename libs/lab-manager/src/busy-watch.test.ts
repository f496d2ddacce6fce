import { expect, test } from '@jest/globals';
import { BusyWatch } from './busy-watch';

const LIMIT_MS = 600_000;

test('a session that asks all the time is stuck after the limit', () => {
  const watch = new BusyWatch(LIMIT_MS);
  const asked = Array.from({ length: 11 }, (_, minute) => watch.isDeadlock('a', minute * 60_000));
  expect(asked).toEqual(Array.from({ length: 11 }, (_, minute) => minute === 10));
  expect(watch.isDeadlock('b', LIMIT_MS)).toBe(false);
});

test('one that asks again after a long silence has only begun to wait', () => {
  const watch = new BusyWatch(LIMIT_MS);
  watch.isDeadlock('a', 0);
  expect(watch.isDeadlock('a', 650_000)).toBe(false);
  for (let now = 700_000; now < 1_250_000; now += 50_000) expect(watch.isDeadlock('a', now)).toBe(false);
  expect(watch.isDeadlock('a', 1_250_000)).toBe(true);
});

test('one whose single acquire waits all the while is not silent', () => {
  const watch = new BusyWatch(LIMIT_MS);
  watch.hasWaited('a', 0);
  expect(watch.isDeadlock('a', 0)).toBe(false);
  watch.hasWaited('a', 650_000);
  expect(watch.isDeadlock('a', 650_000)).toBe(true);
});

test('one that got on begins anew', () => {
  const watch = new BusyWatch(60_000);
  watch.isDeadlock('a', 0);
  watch.clear('a');
  expect(watch.isDeadlock('a', 60_000)).toBe(false);
});
