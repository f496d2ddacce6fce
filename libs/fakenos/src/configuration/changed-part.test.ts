import { expect, test } from '@jest/globals';
import { changedPart } from './changed-part';
import { block, leaf } from './config-tree';

const [a, b, c] = [leaf('a'), leaf('b'), leaf('c')];

test('what two configurations share is left out, in the sections too', () => {
  expect(changedPart([a, b], [a, b])).toEqual({ before: [], after: [] });
  expect(changedPart([a, c], [a, b, c])).toEqual({ before: [], after: [b] });
  expect(changedPart([a, b, c], [c])).toEqual({ before: [a, b], after: [] });
  expect(changedPart([a, a], [a])).toEqual({ before: [a], after: [] });
  expect(changedPart([a, block('s', [a, b])], [a, block('s', [a, c])])).toEqual({
    before: [block('s', [b])],
    after: [block('s', [c])],
  });
  expect(changedPart([block('s', [a])], [block('t', [a])])).toEqual({
    before: [block('s', [a])],
    after: [block('t', [a])],
  });
});
