import { expect, test } from '@jest/globals';
import { nearestName } from './nearest-name';

const NAMES = ['topology', 'waitTimeout', 'url', 'reuse'];

test.each([
  ['toplogy', 'topology'],
  ['waittimeout', 'waitTimeout'],
  ['uri', 'url'],
  ['resue', 'reuse'],
])('%s was meant to be %s', (name, meant) => {
  expect(nearestName(name, NAMES)).toBe(meant);
});

test('what is like none of them is left alone', () => {
  expect(nearestName('browserless', NAMES)).toBeUndefined();
  expect(nearestName('url', [])).toBeUndefined();
});
