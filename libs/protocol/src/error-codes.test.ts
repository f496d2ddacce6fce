import { expect, test } from '@jest/globals';
import { ERROR_CODES, isErrorCode } from './error-codes';

test('codes are snake_case and each has a sentence', () => {
  for (const [code, meaning] of Object.entries(ERROR_CODES)) {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/s);
  }
});

test('what is not on the list is not a code', () => {
  expect(isErrorCode('lab_busy')).toBe(true);
  expect(isErrorCode('toString')).toBe(false);
  expect(isErrorCode(undefined)).toBe(false);
});
