import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addReference,
  dropReference,
  dropReferencesOf,
  oldestReferenceOf,
  type References,
} from './references';

const a1 = { id: 1, owner: 'a' };
const b2 = { id: 2, owner: 'b' };
const a3 = { id: 3, owner: 'a' };
const held: References = [a1, b2, a3];

test('a reference is added at the end', () => {
  expect(addReference([a1], b2)).toEqual([a1, b2]);
});

test('giving back removes that one; giving back again changes nothing', () => {
  const left = dropReference(held, 1);
  expect(left).toEqual([b2, a3]);
  expect(dropReference(left, 1)).toBe(left);
});

test('an owner loses all of its references at once, and nobody else any', () => {
  expect(dropReferencesOf(held, 'a')).toEqual([b2]);
  expect(dropReferencesOf(held, 'nobody')).toBe(held);
});

test('the oldest reference of an owner is the next to be given back', () => {
  expect(oldestReferenceOf(held, 'a')).toBe(a1);
  expect(oldestReferenceOf(dropReference(held, 1), 'a')).toBe(a3);
  expect(oldestReferenceOf(held, 'nobody')).toBeUndefined();
});

test('the count is what was added and not given back, whatever the order', () => {
  const step = fc.record({ add: fc.boolean(), id: fc.nat({ max: 20 }), owner: fc.constantFrom('a', 'b') });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const expected = new Map<number, string>();
      let references: References = [];
      for (const { add, id, owner } of steps) {
        if (add && !expected.has(id)) {
          expected.set(id, owner);
          references = addReference(references, { id, owner });
        }
        if (!add) {
          expected.delete(id);
          references = dropReference(references, id);
        }
      }
      expect(references.length).toBe(expected.size);
      expect(dropReferencesOf(references, 'a').every(({ owner }) => owner === 'b')).toBe(true);
    }),
  );
});
