import { expect, test } from '@jest/globals';
import { LeaseOrder } from './lease-order';

const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];

function heard(): LeaseOrder<{ name: string }> {
  const order = new LeaseOrder<{ name: string }>();
  [a, b, c].forEach((item, now) => order.heard(item, now));
  return order;
}

function names(order: LeaseOrder<{ name: string }>): string {
  return [...order.oldestFirst()].map(({ item, since }) => `${item.name}${since}`).join(' ');
}

test('the longest silent comes first', () => {
  expect(names(heard())).toBe('a0 b1 c2');
});

test('a sign of life moves to the end, from the front, the middle and the end', () => {
  const order = heard();
  for (const [item, now] of [
    [a, 3],
    [c, 4],
    [c, 5],
  ] as const)
    order.heard(item, now);
  expect(names(order)).toBe('b1 a3 c5');
});

test('who is removed is watched no more, from the front, the end and as the only one, and may return', () => {
  const order = heard();
  order.remove(a);
  order.remove(c);
  expect(names(order)).toBe('b1');
  order.remove(b);
  order.remove(b);
  expect(names(order)).toBe('');
  order.heard(c, 9);
  order.heard(a, 9);
  expect(names(order)).toBe('c9 a9');
});
