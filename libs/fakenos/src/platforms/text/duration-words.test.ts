import { expect, test } from '@jest/globals';
import { clockDuration, durationWords, routeAge } from './duration-words';

const HOUR = 3_600_000;

test.each([
  [0, '0 minutes', '00:00:00'],
  [61_000, '1 minute', '00:01:01'],
  [HOUR + 120_000, '1 hour, 2 minutes', '01:02:00'],
  [25 * HOUR, '1 day, 1 hour', '1d01h'],
  [16 * 24 * HOUR, '2 weeks, 2 days', '2w2d'],
])('%d ms are %s, or %s as the age of a route', (ms, words, age) => {
  expect(durationWords(ms)).toBe(words);
  expect(routeAge(ms)).toBe(age);
});

test('a clock goes on after a day', () => {
  expect(clockDuration(26 * HOUR + 189_000)).toBe('26:03:09');
});
