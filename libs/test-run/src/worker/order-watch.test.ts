import { expect, test } from '@jest/globals';
import { returnsToLab } from './order-watch';

test('a lab that comes again after another one was built for nothing in between', () => {
  const place = {};
  expect(['a', 'a', 'b', 'b', 'a', 'a', 'b'].map((lab) => returnsToLab(place, lab))).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
    true,
  ]);
});
