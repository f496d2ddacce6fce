import { expect, test } from '@jest/globals';
import { hasRunOut, runsOutAt, silenceAllowed } from './lease';

test('a lease runs out after strictly more than what is allowed, at the time that is foretold', () => {
  expect(hasRunOut(1_300, 1_000, 300)).toBe(false);
  expect(hasRunOut(1_300.001, 1_000, 300)).toBe(true);
  expect(runsOutAt(1_000, 300)).toBe(1_301);
  expect(hasRunOut(runsOutAt(0.1, 0.2), 0.1, 0.2)).toBe(true);
});

test('waiting and active sessions have a timeout each', () => {
  const timeouts = { waitingMs: 600, activeMs: 300 };
  expect([silenceAllowed('waiting', timeouts), silenceAllowed('active', timeouts)]).toEqual([600, 300]);
});
