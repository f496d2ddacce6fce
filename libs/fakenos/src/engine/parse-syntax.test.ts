import { describe, expect, test } from '@jest/globals';
import { parseSyntax } from './parse-syntax';

describe('parseSyntax', () => {
  test('tells keywords, words, numbers in a range and the rest of a line apart', () => {
    expect(parseSyntax('set <name> length <lines:0-512> note <text...>')).toEqual([
      { kind: 'keyword', word: 'set', optional: false },
      { kind: 'word', name: 'name', optional: false },
      { kind: 'keyword', word: 'length', optional: false },
      { kind: 'number', name: 'lines', min: 0, max: 512, optional: false },
      { kind: 'keyword', word: 'note', optional: false },
      { kind: 'rest', name: 'text', optional: false },
    ]);
  });

  test('brackets make a keyword or a placeholder optional', () => {
    expect(parseSyntax('show [detail] [<name>]')).toEqual([
      { kind: 'keyword', word: 'show', optional: false },
      { kind: 'keyword', word: 'detail', optional: true },
      { kind: 'word', name: 'name', optional: true },
    ]);
  });

  test.each([
    ['', 'at least one word'],
    ['show <a b>', '"<a" in the syntax'],
    ['show <lines:0->', '"<lines:0->" in the syntax'],
    ['note <text...> more', 'Nothing can follow "<text...>"'],
  ])('%j is a mistake that names its place', (syntax, message) => {
    expect(() => parseSyntax(syntax)).toThrow(message);
  });
});
