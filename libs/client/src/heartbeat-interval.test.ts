import { expect, test } from '@jest/globals';
import { heartbeatInterval } from './heartbeat-interval';

test.each([
  [undefined, undefined, 60_000],
  [undefined, 300, 60_000],
  [undefined, 30, 10_000],
  [undefined, 0.1, 250],
  [5_000, 3, 5_000],
])('wanted %p ms, limit %p s: every %p ms', (wanted, limit, expected) => {
  expect(heartbeatInterval(wanted, limit)).toBe(expected);
});
