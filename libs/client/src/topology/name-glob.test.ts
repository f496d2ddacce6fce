import { describe, expect, test } from '@jest/globals';
import { fixedFolder, isGlob, matchesGlob } from './name-glob';

describe('a pattern for file names', () => {
  test.each([
    ['nodes/*.yml', 'nodes/r1.yml', true],
    ['nodes/*.yml', 'nodes/r1.yaml', false],
    ['nodes/*.yml', 'nodes/a/r1.yml', false],
    ['*/r1.yml', 'nodes/r1.yml', true],
    ['r?.yml', 'r1.yml', true],
    ['r?.yml', 'r10.yml', false],
    ['r[1-3x].yml', 'r2.yml', true],
    ['r[1-3x].yml', 'rx.yml', true],
    ['r[1-3x].yml', 'r4.yml', false],
    ['r[!12].yml', 'r3.yml', true],
    ['r[!12].yml', 'r2.yml', false],
    ['r[-a].yml', 'r-.yml', true],
    ['r[].yml', 'r[].yml', true],
    ['*', '', true],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXbYbZ', false],
    ['**a', 'a', true],
    ['a.b', 'axb', false],
    ['r?', 'r\u{1f600}', true],
    [`${'*a'.repeat(200)}b`, 'a'.repeat(5_000), false],
  ])('%s for %s: %s', (pattern, name, matches) => {
    expect(matchesGlob(pattern, name)).toBe(matches);
  });

  test('tells the folder that has to be searched', () => {
    expect(['*.yml', 'a/*.yml', 'a/b?/c/*.yml', 'a/b.yml'].map(fixedFolder)).toEqual(['', 'a', 'a', 'a']);
  });

  test('is told from a name', () => {
    expect(['a.yml', 'a*', 'a?', '[a]'].map(isGlob)).toEqual([false, true, true, true]);
  });
});
