import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addToValue, appendValue, emptyTree, sumBefore } from './fenwick';

/** The same tree, counting how often a place of it is looked at or changed. */
function counted(tree: number[]) {
  const count = { accesses: 0 };
  const isPlace = (key: string | symbol) => typeof key === 'string' && /^\d+$/.test(key);
  const proxy = new Proxy(tree, {
    get: (target, key, receiver) => {
      if (isPlace(key)) count.accesses += 1;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  return { proxy, count };
}

describe('a Fenwick tree', () => {
  test('sums what was appended and added before a place', () => {
    const change = fc.record({ place: fc.nat(200), delta: fc.integer({ min: -5, max: 5 }) });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), fc.array(change), (values, changes) => {
        const tree = emptyTree();
        const plain: number[] = [];
        for (const value of values) {
          appendValue(tree, value);
          plain.push(value);
        }
        for (const { place, delta } of changes.filter(({ place }) => place < plain.length)) {
          addToValue(tree, place, delta);
          plain[place] = (plain[place] ?? 0) + delta;
        }
        for (let place = 0; place <= plain.length; place += 1) {
          expect(sumBefore(tree, place)).toBe(plain.slice(0, place).reduce((sum, value) => sum + value, 0));
        }
      }),
    );
  });

  test.each([1_000, 10_000, 100_000])('of %d values looks at no more of them than its depth', (size) => {
    const tree = emptyTree();
    for (let i = 0; i < size; i += 1) appendValue(tree, 1);
    const depth = Math.ceil(Math.log2(size)) + 1;
    const { proxy, count } = counted(tree);
    const costOf = (work: () => void) => {
      count.accesses = 0;
      work();
      return count.accesses;
    };
    for (const place of [0, 1, size / 2, size - 1, size]) {
      expect(costOf(() => sumBefore(proxy, place))).toBeLessThanOrEqual(depth);
    }
    expect(costOf(() => addToValue(proxy, 0, -1))).toBeLessThanOrEqual(depth);
    expect(costOf(() => appendValue(proxy, 1))).toBeLessThanOrEqual(depth);
  });
});
