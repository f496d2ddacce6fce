import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileLinePattern } from './line-pattern';

describe('compileLinePattern', () => {
  test.each([
    ['Gi0/1', 'GigabitEthernet Gi0/1 up', true],
    ['^Gi', 'Gi0/1', true],
    ['^Gi', ' Gi0/1', false],
    ['up$', 'Gi0/1 up', true],
    ['up|down', 'it is down', true],
    ['a.c', 'xxabcxx', true],
    ['ab*c', 'ac', true],
    ['ab+c', 'ac', false],
    ['ab?c', 'abbc', false],
    ['[0-9]+/[^0-9]', 'e1/x', true],
    ['(ab)+$', 'xababab', true],
    ['10\\.0\\.0\\.1', '10.0.0.1', true],
    ['10\\.0\\.0\\.1', '10a0.0.1', false],
    ['\\d\\d', 'a12', true],
    ['', 'anything', true],
    ['a(b', 'x a(b x', true],
    ['*', 'five * stars', true],
    ['[', 'a [ b', true],
  ])('%j in %j: %s', (pattern, line, found) => {
    expect(compileLinePattern(pattern)(line)).toBe(found);
  });

  test('agrees with the regular expressions of JavaScript', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|b)', '(ab)');
    const piece = fc.tuple(atom, fc.constantFrom('', '*', '+', '?')).map((parts) => parts.join(''));
    const pattern = fc
      .array(fc.oneof(piece, fc.constantFrom('|', '^', '$')), { maxLength: 8 })
      .map((parts) => parts.join(''));
    const line = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, line, (source, text) => {
        let expected: RegExp;
        try {
          expected = new RegExp(source);
        } catch {
          return;
        }
        expect(compileLinePattern(source)(text)).toBe(expected.test(text));
      }),
      { numRuns: 500 },
    );
  });

  test('a pattern that would drive a backtracking matcher mad is answered', () => {
    expect(compileLinePattern('(a*)*(a*)*(a*)*b')('a'.repeat(2_000))).toBe(false);
  });
});
