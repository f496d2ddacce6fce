import { expect, test } from '@jest/globals';
import { boxedTable } from './boxed-table';

test('a frame fits its widest cells, and its header is centred', () => {
  expect(boxedTable(['Port', 'S'], [['ethernet-1/1', 'up']])).toEqual([
    '+--------------+----+',
    '|     Port     | S  |',
    '+==============+====+',
    '| ethernet-1/1 | up |',
    '+--------------+----+',
  ]);
});
