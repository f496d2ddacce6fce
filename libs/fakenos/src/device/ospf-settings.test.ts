import { expect, test } from '@jest/globals';
import { ospfArea } from './ospf-settings';

test.each([
  [undefined, '0.0.0.0'],
  [0, '0.0.0.0'],
  [1, '0.0.0.1'],
  ['51', '0.0.0.51'],
  [65_536, '0.1.0.0'],
  ['0.0.0.2', '0.0.0.2'],
])('the OSPF area %s is %s', (written, area) => {
  expect(ospfArea(written)).toBe(area);
});
