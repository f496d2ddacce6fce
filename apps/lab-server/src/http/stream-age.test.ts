import { expect, test } from '@jest/globals';
import { streamAge } from './stream-age';

test.each([
  ['the shorter lease', { waitingMs: 90_000, activeMs: 60_000 }, 0, 60_000],
  ['the shorter lease', { waitingMs: 30_000, activeMs: 60_000 }, 0, 30_000],
  ['two minutes of long leases', { waitingMs: 600_000, activeMs: 300_000 }, 0, 120_000],
  ['half of that at least', { waitingMs: 600_000, activeMs: 300_000 }, 1, 60_000],
])('a stream lasts %s', (_name, leases, random, ms) => {
  expect(streamAge(leases, random)).toBe(ms);
});
