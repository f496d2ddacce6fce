import { describe, expect, test } from '@jest/globals';
import { LineSplitter } from './line-splitter';

function linesOf(...pieces: (string | readonly number[])[]): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter((line) => lines.push(line));
  for (const piece of pieces)
    splitter.push(typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece));
  splitter.end();
  return lines;
}

describe('the lines of a stream', () => {
  const cases: readonly (readonly [string, (string | readonly number[])[], string[]])[] = [
    ['end at line breaks of any kind', ['a\nb\r\nc\rd'], ['a', 'b', 'c', 'd']],
    ['do not care how the stream was cut', ['a', 'b\nc', '\n', 'd'], ['ab', 'c', 'd']],
    ['end once where a break was cut in two', ['a\r', '\nb'], ['a', 'b']],
    ['are none where there is nothing to read', ['\n\n  \r\n\u001b[0m\n'], []],
    ['have no colours, controls or blanks at the end', ['\u001b[1;32mok\u001b[0m\u0007 \t\n'], ['ok']],
    ['keep tabs and what stands before them', ['  a\tb\n'], ['  a\tb']],
    [
      'are decoded across pieces',
      [
        [0xe2, 0x98],
        [0x83, 0x0a],
      ],
      ['☃'],
    ],
    ['have a mark where the bytes are no text', [[0x61, 0xff, 0x62, 0x0a]], ['a\ufffdb']],
    ['also come when the stream ends in the middle of a character', [[0x61, 0xe2]], ['a\ufffd']],
  ];

  test.each(cases)('%s', (_words, pieces, lines) => {
    expect(linesOf(...pieces)).toEqual(lines);
  });

  test('that are very long come in pieces, all of them', () => {
    const lines = linesOf('x'.repeat(40_000), 'y'.repeat(10));
    expect(lines.map(({ length }) => length)).toEqual([16_384, 16_384, 7_242]);
    expect(lines.join('')).toBe('x'.repeat(40_000) + 'y'.repeat(10));
  });
});
