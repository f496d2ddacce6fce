import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DeadlineOrder } from './deadline-order';

test('deadlines come soonest first, whatever is set, set again and deleted', () => {
  const items = Array.from({ length: 10 }, (_, number) => ({ number }));
  const step = fc.record({ item: fc.constantFrom(...items), at: fc.option(fc.nat(20)) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const order = new DeadlineOrder<{ number: number }>();
      const plain = new Map<{ number: number }, number>();
      for (const { item, at } of steps) {
        if (at === null) {
          order.delete(item);
          plain.delete(item);
        } else {
          order.set(item, at);
          plain.set(item, at);
        }
      }
      const answer = [...order];
      expect(answer.map(({ at }) => at)).toEqual([...plain.values()].sort((x, y) => x - y));
      expect(new Map(answer.map(({ item, at }) => [item, at]))).toEqual(plain);
    }),
  );
});
