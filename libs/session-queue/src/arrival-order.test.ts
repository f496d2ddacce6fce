import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ArrivalOrder } from './arrival-order';

test('items keep the order in which they arrived, whoever leaves', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constant('arrive' as const), fc.nat()), { maxLength: 400 }), (steps) => {
      const order = new ArrivalOrder<{ number: number }>();
      const plain: { number: number }[] = [];
      steps.forEach((step, number) => {
        if (step === 'arrive') {
          const item = { number };
          order.append(item);
          plain.push(item);
        } else if (plain.length > 0) {
          const [gone] = plain.splice(step % plain.length, 1);
          if (gone === undefined) return;
          order.remove(gone);
          order.remove(gone);
          expect(order.ahead(gone)).toBeUndefined();
        }
        expect(order.size).toBe(plain.length);
      });
      expect([...order]).toEqual(plain);
      plain.forEach((item, ahead) => expect(order.ahead(item)).toBe(ahead));
    }),
  );
});

test('a long life leaves no trace: after any number of comings and goings the order is right', () => {
  const order = new ArrivalOrder<{ number: number }>();
  const first = { number: -1 };
  order.append(first);
  for (let number = 0; number < 5_000; number += 1) {
    const passer = { number };
    order.append(passer);
    order.remove(passer);
  }
  const last = { number: 5_000 };
  order.append(last);
  expect([order.ahead(first), order.ahead(last)]).toEqual([0, 1]);
  expect([...order]).toEqual([first, last]);
});

test('a queue that is always served from the front stays in order', () => {
  const order = new ArrivalOrder<{ number: number }>();
  const plain = [0, 1, 2].map((number) => ({ number }));
  for (const item of plain) order.append(item);
  for (let number = 3; number < 1_000; number += 1) {
    const [first] = order;
    expect(first).toBe(plain.shift());
    if (first) order.remove(first);
    const item = { number };
    plain.push(item);
    order.append(item);
    expect([...order]).toEqual(plain);
  }
});
