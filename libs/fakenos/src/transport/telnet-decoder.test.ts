import { describe, expect, test } from '@jest/globals';
import type { TelnetEvent } from './telnet-decoder';
import { TelnetDecoder } from './telnet-decoder';

describe('TelnetDecoder', () => {
  test.each<[string, string, string, TelnetEvent[]]>([
    ['plain text', 'abc', 'abc', []],
    ['a quoted 255', 'a\xff\xffb', 'a\xffb', []],
    ['CR NUL is a CR', 'a\r\0b\r\nc\0', 'a\rb\r\nc\0', []],
    ['negotiation', 'a\xff\xfb\x18b\xff\xfd\x03', 'ab', [will(0x18), { kind: 'do', option: 3 }]],
    [
      'refusals',
      '\xff\xfc\x01\xff\xfe\x01',
      '',
      [
        { kind: 'wont', option: 1 },
        { kind: 'dont', option: 1 },
      ],
    ],
    ['keys', '\xff\xf4\xff\xf7\xff\xf8\xff\xec\xff\xed', '\x03\x7f\x15\x04\x1a', []],
    ['go ahead, no operation and the like', '\xff\xf1\xff\xf9\xff\xf2x', 'x', []],
    ['are you there', '\xff\xf6', '', [{ kind: 'are-you-there' }]],
    [
      'the size of the window',
      'a\xff\xfa\x1f\0\x84\0\x18\xff\xf0b',
      'ab',
      [{ kind: 'window-size', columns: 132, rows: 24 }],
    ],
    [
      'a size with a quoted 255',
      '\xff\xfa\x1f\0\xff\xff\0\x18\xff\xf0',
      '',
      [{ kind: 'window-size', columns: 255, rows: 24 }],
    ],
    ['a size that is none', '\xff\xfa\x1f\0\x84\xff\xf0x', 'x', []],
    ['another subnegotiation', '\xff\xfa\x18\0xterm\xff\xf0x', 'x', []],
    ['an endless subnegotiation', `\xff\xfa\x1f${'y'.repeat(100_000)}\xff\xf0x`, 'x', []],
    ['a subnegotiation that ends wrongly', '\xff\xfa\x1f\0\xff\xfbx', 'x', []],
  ])('%s', (_name, sent, data, events) => {
    expect(decode([sent])).toEqual({ data, events });
    expect(decode([...sent])).toEqual({ data, events });
  });
});

function will(option: number): TelnetEvent {
  return { kind: 'will', option };
}

function decode(chunks: readonly string[]) {
  const decoder = new TelnetDecoder();
  const events: TelnetEvent[] = [];
  const data = chunks.map((chunk) =>
    decoder.decode(Buffer.from(chunk, 'latin1'), (event) => events.push(event)),
  );
  return { data: Buffer.concat(data).toString('latin1'), events };
}
