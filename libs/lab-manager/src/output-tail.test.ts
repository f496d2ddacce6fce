import { expect, test } from '@jest/globals';
import { OutputTail } from './output-tail';

test('keeps the last lines, oldest first', () => {
  const tail = new OutputTail(2);
  for (const line of ['one', 'two', 'three']) tail.push(line);
  expect(tail.lines()).toEqual(['two', 'three']);
});

test('cuts lines that are endless', () => {
  const tail = new OutputTail(1);
  tail.push('x'.repeat(1_000_000));
  expect(tail.lines()[0]).toHaveLength(2_001);
});

test('keeps nothing when it may keep nothing', () => {
  const tail = new OutputTail(0);
  tail.push('one');
  expect(tail.lines()).toEqual([]);
});
