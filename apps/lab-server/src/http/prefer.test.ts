import { expect, test } from '@jest/globals';
import { readPrefer } from './prefer';

test.each([
  ['respond-async', 0],
  ['respond-async, wait=5', 5_000],
  ['wait=5,respond-async', 5_000],
  ['Respond-Async; foo="bar", WAIT = "7"', 7_000],
  ['respond-async, wait=soon', 0],
  ['respond-async, wait=-1', 0],
  ['respond-async, wait=100000', 60_000],
])('%s waits for %d ms', (header, waitMs) => {
  expect(readPrefer(header)).toEqual({ waitMs });
});

test.each([undefined, '', 'wait=5', 'return=minimal', 'respond-asynchronously'])(
  '%p asks for no such thing',
  (header) => {
    expect(readPrefer(header)).toBeUndefined();
  },
);
