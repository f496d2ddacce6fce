import { describe, expect, test } from '@jest/globals';
import { LineFeeder } from './line-feeder';

describe('LineFeeder', () => {
  test.each<[string, string[]]>([
    ['abc', ['abc']],
    ['abc\r', ['abc', '<\r>']],
    ['abc\ndef', ['abc', '<\n>', 'def']],
    ['a\r\nb\r\n', ['a', '<\r>', '\n', 'b', '<\r>', '\n']],
    ['\r\r\n\n', ['<\r>', '<\r>', '\n', '<\n>']],
    ['', []],
  ])('%j', (typed, pieces) => {
    const feeder = new LineFeeder();
    feeder.push(Buffer.from(typed));
    expect(rest(feeder)).toEqual(pieces);
  });

  test('a CR LF that comes in two parts ends one line', () => {
    const feeder = new LineFeeder();
    feeder.push(Buffer.from('a\r'));
    expect(rest(feeder)).toEqual(['a', '<\r>']);
    feeder.push(Buffer.from('\nb'));
    expect(rest(feeder)).toEqual(['\n', 'b']);
  });

  test('knows how much waits', () => {
    const feeder = new LineFeeder();
    feeder.push(Buffer.from('abc\rdef'));
    feeder.next();
    expect(feeder.size).toBe(4);
    feeder.clear();
    expect(feeder.size).toBe(0);
    expect(feeder.next()).toBeUndefined();
  });
});

/** What waits, ends of lines in angle brackets. */
function rest(feeder: LineFeeder): string[] {
  const pieces: string[] = [];
  for (let piece = feeder.next(); piece; piece = feeder.next()) {
    const text = Buffer.from(piece.bytes).toString();
    pieces.push(piece.endsLine ? `<${text}>` : text);
  }
  return pieces;
}
