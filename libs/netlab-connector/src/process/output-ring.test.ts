import { expect, test } from '@jest/globals';
import { OutputRing } from './output-ring';

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 1000])('of %i lines the last three are kept, oldest first', (count) => {
  const all = Array.from({ length: count }, (_, index) => `line ${index}`);
  const ring = new OutputRing(3);
  for (const line of all) ring.push(line);
  expect(ring.lines()).toEqual(all.slice(-3));
});
