import { expect, test } from '@jest/globals';
import { HoldTimes, REMEMBERED_HOLDS } from './hold-times';

function after(...holds: readonly number[]): HoldTimes {
  const times = new HoldTimes();
  for (const hold of holds) times.add(hold);
  return times;
}

test('while no session has ended nobody knows how long one takes', () => {
  expect(after().estimate(1, 0)).toBeUndefined();
});

test('the first in line waits for what is usual, less what the holder has had already', () => {
  expect(after(10, 1_000, 20).estimate(1, 5)).toBe(15);
});

test('everybody between costs the median once more', () => {
  expect(after(10, 30).estimate(3, 0)).toBe(60);
});

test('a holder who outlasts the usual is expected to take what others took who did so, too', () => {
  expect(after(10, 10, 10, 100).estimate(1, 40)).toBe(60);
  expect(after(10, 10, 10, 100).estimate(2, 40)).toBe(70);
});

test('of a holder who outlasts everybody nobody knows', () => {
  expect(after(10, 20).estimate(1, 20)).toBeUndefined();
});

test('what was long ago is forgotten', () => {
  const times = after(1_000_000, ...Array.from({ length: REMEMBERED_HOLDS }, () => 10));
  expect(times.estimate(1, 10)).toBeUndefined();
});

test('a clock that was set back makes no negative hold', () => {
  expect(after(-5, -5).estimate(2, -1)).toBe(1);
});
