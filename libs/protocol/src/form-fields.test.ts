import { expect, test } from '@jest/globals';
import { parseWireBoolean } from './form-fields';

test.each(['true', '1', 'on', 'yes', 'y', 't', 'TRUE', 'Yes'])('%s means true', (word) => {
  expect(parseWireBoolean(word)).toBe(true);
});

test.each(['false', '0', 'off', 'no', 'n', 'f', 'FALSE'])('%s means false', (word) => {
  expect(parseWireBoolean(word)).toBe(false);
});

test.each(['', 'maybe', '2', ' true'])('%j is neither', (word) => {
  expect(parseWireBoolean(word)).toBeUndefined();
});
