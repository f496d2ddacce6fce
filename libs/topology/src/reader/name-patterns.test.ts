import { describe, expect, test } from '@jest/globals';
import { globMatcher, nameMatcher } from './name-patterns';

describe('a pattern with stars', () => {
  test.each([
    ['r*', 'r1', true],
    ['r*', 'xr1', false],
    ['*', 'anything', true],
    ['nodes/*.yml', 'nodes/r1.yml', true],
    ['nodes/*.yml', 'nodes/deep/r1.yml', false],
    ['r?', 'r12', false],
    ['r[12]', 'r2', true],
    ['r[!12]', 'r2', false],
    ['r[!12]', 'r3', true],
    ['r.1', 'rx1', false],
    ['a+b', 'a+b', true],
    ['[', '[', true],
    ['*a*b', 'xaxbaxb', true],
    ['*a*b', 'xaxbaxbx', false],
    ['*/b', 'a/c/b', false],
    ['*', '', true],
    [`${'*a'.repeat(40)}*b`, 'a'.repeat(255), false],
  ])('%s on %s: %s', (pattern, name, expected) => {
    expect(globMatcher(pattern)(name)).toBe(expected);
  });
});

describe('a regular expression', () => {
  test('has to match the whole name', () => {
    expect(nameMatcher('r[12]')?.('r1')).toBe(true);
    expect(nameMatcher('r[12]')?.('r12')).toBe(false);
    expect(nameMatcher('a|b')?.('ab')).toBe(false);
  });

  test.each([
    '(',
    '(a+)+',
    '(a*)*b',
    '(a|a)*(',
    '((a)b)*',
    '(?=a)',
    '(a|a)*b',
    'a*a*a*a*a*b',
    '(a)\\1',
    'x'.repeat(201),
  ])('such as %j is refused', (source) => {
    expect(nameMatcher(source)).toBeUndefined();
  });
});
