import { expect, test } from '@jest/globals';
import { durationWords, placeWords, plainLine } from './waiting-words';

test.each([
  [400, '0.4 s'],
  [12_000, '12 s'],
  [89_000, '89 s'],
  [240_000, '4 min'],
  [4_800_000, '1 h 20 min'],
])('%d ms is %s', (milliseconds, words) => {
  expect(durationWords(milliseconds)).toBe(words);
});

test('a place says who has the lab host, for how long, and how long it may take', () => {
  const holder = {
    name: 'brave-otter',
    owner: 'ann',
    purpose: 'nightly',
    url: 'https://ci/7',
    activeFor: 240_000,
  };
  expect(placeWords({ position: 2, holder, estimatedWait: 360_000 })).toBe(
    '2 ahead; about 6 min to go; ann (nightly) has had the lab host for 4 min, see https://ci/7',
  );
  expect(placeWords({ position: 1, holder: { name: 'brave-otter', activeFor: 12_000 } })).toBe(
    '1 ahead; brave-otter has had the lab host for 12 s',
  );
  expect(placeWords({ position: 3 })).toBe('3 ahead');
  expect(placeWords({ position: 0 })).toBe('it is our turn');
});

test('what others wrote cannot move the cursor, colour the terminal or begin a line', () => {
  expect(plainLine('\u001b[31mred\u001b[0m\r\nnext\u0007 \u2028line\n')).toBe('red next line');
});
