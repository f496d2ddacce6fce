import { expect, test } from '@jest/globals';
import { checkOptionNames } from './check-option-names';

const NAMES = ['baseUrl', 'owner', 'url'];

test('known names pass', () => {
  expect(() => checkOptionNames({ owner: 'ann', url: undefined }, NAMES, 'connect')).not.toThrow();
});

test.each([
  ['baseURL', 'connect has no option "baseURL". Did you mean baseUrl?'],
  ['ownr', 'connect has no option "ownr". Did you mean owner?'],
  ['timeout', 'connect has no option "timeout". There are: baseUrl, owner, url.'],
])('%s is refused with what was probably meant, else with what there is', (name, message) => {
  expect(() => checkOptionNames({ [name]: 1 }, NAMES, 'connect')).toThrow(
    expect.objectContaining({ code: 'invalid_option', message }),
  );
});
