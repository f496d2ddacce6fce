import { expect, test } from '@jest/globals';
import { whomToPromote } from './promotion';

const waiting = (name: string) => ({ name, status: 'waiting' as const });
const active = (name: string) => ({ name, status: 'active' as const });

test('the first one is promoted when it waits, and nobody else ever', () => {
  expect(whomToPromote([])).toBeUndefined();
  expect(whomToPromote([waiting('a'), waiting('b')])).toEqual(waiting('a'));
  expect(whomToPromote([active('a'), waiting('b')])).toBeUndefined();
});

test('only the first one is looked at, however long the queue', () => {
  function* queue() {
    yield active('a');
    throw new Error('looked further');
  }
  expect(whomToPromote(queue())).toBeUndefined();
});
