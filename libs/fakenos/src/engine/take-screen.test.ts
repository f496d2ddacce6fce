import { describe, expect, test } from '@jest/globals';
import { takeScreen } from './take-screen';

describe('takeScreen', () => {
  test('cuts after as many lines as fit', () => {
    expect(takeScreen('a\nb\nc\n', 2, 80)).toEqual({ shown: 'a\nb\n', rest: 'c\n' });
  });

  test('counts the rows a long line takes', () => {
    expect(takeScreen('aaaaa\nb\nc\n', 3, 2)).toEqual({ shown: 'aaaaa\n', rest: 'b\nc\n' });
  });

  test('always takes a line, even one longer than the screen', () => {
    expect(takeScreen('aaaaaaaaaa\nb\n', 2, 2)).toEqual({ shown: 'aaaaaaaaaa\n', rest: 'b\n' });
  });

  test('leaves no rest when all fits', () => {
    expect(takeScreen('a\nb', 2, 0)).toEqual({ shown: 'a\nb', rest: '' });
    expect(takeScreen('', 2, 80)).toEqual({ shown: '', rest: '' });
  });
});
