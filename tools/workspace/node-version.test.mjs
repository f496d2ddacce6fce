import { describe, expect, test } from '@jest/globals';
import { isOlder } from './node-version.mjs';

describe('isOlder', () => {
  test.each([
    ['18.20.8', true],
    ['20.18.3', true],
    ['20.9.0', true],
    ['20.19.0', false],
    ['20.19.1', false],
    ['22.0.0', false],
    ['24.1.0-nightly2026', false],
  ])('Node %s against a minimum of 20.19.0: %s', (version, older) => {
    expect(isOlder(version, '20.19.0')).toBe(older);
  });
});
