/** A key press: a printable character, or a named key of a terminal. */
export type Key =
  { readonly kind: 'char'; readonly char: string } | { readonly kind: 'named'; readonly name: NamedKey };

export type NamedKey =
  | 'enter'
  | 'tab'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'home'
  | 'end'
  | 'erase-line'
  | 'erase-word'
  | 'erase-to-end'
  | 'redraw'
  | 'interrupt'
  | 'suspend'
  | 'end-of-input';

const CONTROL_KEYS: Readonly<Record<number, NamedKey>> = {
  0x01: 'home',
  0x02: 'left',
  0x03: 'interrupt',
  0x04: 'end-of-input',
  0x05: 'end',
  0x06: 'right',
  0x08: 'backspace',
  0x09: 'tab',
  0x0b: 'erase-to-end',
  0x0c: 'redraw',
  0x0e: 'down',
  0x10: 'up',
  0x12: 'redraw',
  0x15: 'erase-line',
  0x17: 'erase-word',
  0x1a: 'suspend',
  0x7f: 'backspace',
};

const ESCAPE_KEYS: Readonly<Record<string, NamedKey>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  '[H': 'home',
  '[F': 'end',
  '[1~': 'home',
  '[3~': 'delete',
  '[4~': 'end',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  OH: 'home',
  OF: 'end',
};

const LONGEST_ESCAPE = 32;

/**
 * Turns the bytes of a terminal into keys, one at a time, so that what follows a command waits until the command
 * has been answered. Never throws: bytes that are not UTF-8 become the replacement character, unknown escape
 * sequences nothing, CR LF one Enter.
 */
export class KeyDecoder {
  readonly #utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  #text = '';
  #at = 0;
  #escape: string | undefined;
  #afterCarriageReturn = false;

  push(bytes: Uint8Array): void {
    this.#text = this.#text.slice(this.#at) + this.#utf8.decode(bytes, { stream: true });
    this.#at = 0;
  }

  /** The next key, or undefined until more bytes come. */
  next(): Key | undefined {
    for (;;) {
      const code = this.#text.codePointAt(this.#at);
      if (code === undefined) return undefined;
      const char = String.fromCodePoint(code);
      this.#at += char.length;
      const key = this.#escape === undefined ? this.#plain(code, char) : this.#continueEscape(char);
      if (key) return key;
    }
  }

  #plain(code: number, char: string): Key | undefined {
    const second = this.#afterCarriageReturn && code === 0x0a;
    this.#afterCarriageReturn = code === 0x0d;
    if (second) return undefined;
    if (code === 0x0d || code === 0x0a) return { kind: 'named', name: 'enter' };
    if (code === 0x1b) {
      this.#escape = '';
      return undefined;
    }
    const name = CONTROL_KEYS[code];
    if (name) return { kind: 'named', name };
    const printable = code >= 0x20 && (code < 0x7f || code >= 0xa0);
    return printable ? { kind: 'char', char } : undefined;
  }

  #continueEscape(char: string): Key | undefined {
    const sequence = (this.#escape ?? '') + char;
    if (!endsEscape(sequence)) {
      this.#escape = sequence;
      return undefined;
    }
    this.#escape = undefined;
    const name = Object.hasOwn(ESCAPE_KEYS, sequence) ? ESCAPE_KEYS[sequence] : undefined;
    return name ? { kind: 'named', name } : undefined;
  }
}

function endsEscape(sequence: string): boolean {
  if (sequence.length === 1) return sequence !== '[' && sequence !== 'O';
  return sequence.length > LONGEST_ESCAPE || !/^\[[ -?]*$/.test(sequence);
}
