import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Keyboard } from '../test-fixtures/keyboard';

describe('LineEditor on a terminal', () => {
  test('echoes what is typed and hands over the line at Enter', () => {
    const keyboard = new Keyboard();
    keyboard.type('show clock\r');
    expect(keyboard.echo).toBe('show clock\r\n');
    expect(keyboard.lines).toEqual(['show clock']);
  });

  test.each([
    ['CR', 'a\rb\r'],
    ['LF', 'a\nb\n'],
    ['CR LF', 'a\r\nb\r\n'],
    ['CR NUL', 'a\r\0b\r\0'],
  ])('takes %s as one Enter', (_name, bytes) => {
    const keyboard = new Keyboard();
    keyboard.type(bytes);
    expect(keyboard.lines).toEqual(['a', 'b']);
  });

  test('CR and LF in separate packets are still one Enter', () => {
    const keyboard = new Keyboard();
    keyboard.type('a\r');
    keyboard.type('\nb\r');
    expect(keyboard.lines).toEqual(['a', 'b']);
  });

  test.each([
    ['Backspace', 'shox\x7fw', 'show'],
    ['Ctrl-H', 'shox\bw', 'show'],
    ['Ctrl-U', 'nonsense\x15show', 'show'],
    ['Ctrl-W', 'show clock\x17version', 'show version'],
    ['Ctrl-W after blanks', 'show clock  \x17version', 'show version'],
    ['Ctrl-A', 'ow\x01sh', 'show'],
    ['Ctrl-E', 'ow\x01sh\x05!', 'show!'],
    ['Ctrl-B and Ctrl-F', 'shw\x02\x02\x06o', 'show'],
    ['Ctrl-K', 'shownonsense\x01\x06\x06\x06\x06\x0b', 'show'],
    ['Ctrl-D in a line', 'sxhow\x01\x06\x04', 'show'],
    ['the left and right arrows', 'shw\x1b[Do\x1b[C!', 'show!'],
    ['Home, End and Delete', 'xshow\x1b[H\x1b[3~\x1b[F!', 'show!'],
    ['an unknown escape sequence', 'sh\x1b[200~ow\x1b[201~', 'show'],
  ])('%s edits the line', (_name, bytes, line) => {
    const keyboard = new Keyboard();
    keyboard.type(`${bytes}\r`);
    expect(keyboard.lines).toEqual([line]);
  });

  test('the screen shows the line as it is edited', () => {
    const keyboard = new Keyboard();
    keyboard.type('sow\x02\x02h\x05\x7f\x7f\x01\x04');
    expect(keyboard.screenLine()).toBe('h');
  });

  test('the arrows go through what was typed before, and back to the line that was begun', () => {
    const keyboard = new Keyboard();
    keyboard.type('first\rsecond\r\rbegun\x1b[A\x1b[A\r');
    keyboard.type('x\x1b[A\x1b[B\r');
    expect(keyboard.lines).toEqual(['first', 'second', '', 'first', 'x']);
  });

  test('Ctrl-C and Ctrl-Z drop the line', () => {
    const keyboard = new Keyboard();
    keyboard.type('half a line\x03other half\x1ashow\r');
    expect(keyboard.events).toEqual(['interrupt half a line', 'suspend other half', 'line show']);
  });

  test('Ctrl-D on an empty line is the end of input', () => {
    const keyboard = new Keyboard();
    keyboard.type('\x04');
    expect(keyboard.events).toEqual(['end-of-input ']);
  });

  test('`?` and TAB ask for help with what is left of the cursor', () => {
    const keyboard = new Keyboard();
    keyboard.type('show version\x17?\tclock\r');
    expect(keyboard.events).toEqual(['help show ', 'complete show ', 'line show clock']);
  });

  test('`?` is a character where there is no help', () => {
    const keyboard = new Keyboard({ assist: false });
    keyboard.type('ls a?\r');
    expect(keyboard.lines).toEqual(['ls a?']);
  });

  test('a password is taken without echo and without a trace in the history', () => {
    const keyboard = new Keyboard({ echo: false, history: false });
    keyboard.type('secrex\x7ft\r');
    expect(keyboard.echo).toBe('\r\n');
    expect(keyboard.lines).toEqual(['secret']);
    keyboard.manner = { echo: true, assist: true, history: true };
    keyboard.type('\x1b[A\r');
    expect(keyboard.lines).toEqual(['secret', '']);
  });

  test('characters of several bytes survive being cut in two', () => {
    const keyboard = new Keyboard();
    const bytes = Buffer.from('Zürich 🚀\x7f\x7fwest\r');
    for (const byte of bytes) keyboard.type(Uint8Array.of(byte));
    expect(keyboard.lines).toEqual(['Zürichwest']);
  });

  test('a line that never ends stops growing', () => {
    const keyboard = new Keyboard();
    keyboard.type('x'.repeat(100_000));
    keyboard.type('\r');
    expect(keyboard.lines[0]).toHaveLength(16_384);
  });
});

describe('LineEditor without a terminal', () => {
  test('echoes nothing and takes characters as they are', () => {
    const keyboard = new Keyboard({}, false);
    keyboard.type('show ?\r\nshow\tclock\n');
    expect(keyboard.echo).toBe('');
    expect(keyboard.lines).toEqual(['show ?', 'show\tclock']);
  });
});

describe('LineEditor, any bytes', () => {
  test('never throws and never hands over a control character', () => {
    const controls = fc.constantFrom(
      ...[...'\x01\x02\x04\x05\x06\x08\x0b\x0e\x10\x15\x17\x7f\r\n\t?'].map((char) => char.charCodeAt(0)),
    );
    const input = fc.array(fc.oneof(fc.nat(255), controls, fc.constantFrom(0x1b, 0x5b, 0x41, 0x43, 0x44)), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(input, fc.boolean(), (bytes, terminal) => {
        const keyboard = new Keyboard({}, terminal);
        keyboard.type(Uint8Array.from(bytes));
        keyboard.type('\r');
        for (const line of keyboard.lines) expect(line).not.toMatch(/(?!\t)\p{Cc}/u);
      }),
    );
  });

  test('what the terminal shows is the line, however it was edited', () => {
    const keys = fc.constantFrom(
      'a',
      'b',
      ' ',
      'ü',
      '\x01',
      '\x02',
      '\x05',
      '\x06',
      '\x08',
      '\x04',
      '\x0b',
      '\x15',
      '\x17',
      '\x1b[A',
      '\x1b[B',
      '\x1b[D',
    );
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 60 }), (typed) => {
        const keyboard = new Keyboard();
        keyboard.type('first line\rsecond\r');
        for (const key of ['x', ...typed]) {
          keyboard.type(key);
          expect(keyboard.screenLine()).toBe(keyboard.line.trimEnd());
        }
      }),
    );
  });
});
