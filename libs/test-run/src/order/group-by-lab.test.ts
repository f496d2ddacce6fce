import { expect, test } from '@jest/globals';
import { groupByLab } from './group-by-lab';

test('items of the same lab are next to each other, where the first of them was; all else stays', () => {
  const items = ['u1', 'a1', 'b1', 'u2', 'a2', 'c1', 'b2', 'a3', 'u3'];
  const labOf = (item: string): string | undefined => (item.startsWith('u') ? undefined : item[0]);
  expect(groupByLab(items, labOf)).toEqual(['u1', 'a1', 'a2', 'a3', 'b1', 'b2', 'u2', 'c1', 'u3']);
});
