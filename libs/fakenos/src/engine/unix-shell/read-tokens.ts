import type { ShellWord, WordPart } from './shell-line';
import { ShellSyntaxError } from './shell-syntax-error';

/** What a Unix shell's line is made of. */
export type ShellToken =
  | { readonly kind: 'word'; readonly word: ShellWord }
  | { readonly kind: 'operator'; readonly text: string }
  /** `descriptor` is what stands before the arrow, empty when nothing does. */
  | { readonly kind: 'arrow'; readonly descriptor: string; readonly text: string };

const BLANK = /(?:[^\S\n]|\\\r?\n)+|#[^\n]*/y;
const ARROW = /(&>>?)|(\d*)(>>|>&|>\||<<<|<<|<&|<>|>|<)/y;
const OPERATOR = /&&|\|\||\|&|;;|[;&|()\n]/y;
const PLAIN = /[^\s;&|()<>\\'"$`]+/y;
const QUOTED_PLAIN = /[^\\"$`]+/y;
const VARIABLE = /\$(?:([A-Za-z_]\w*|\?)|\{([A-Za-z_]\w*|\?)\})/y;

/** Takes a line apart into words and operators. Throws {@link ShellSyntaxError} for what the shell cannot read. */
export function readTokens(line: string): readonly ShellToken[] {
  return new TokenReader(line).read();
}

class TokenReader {
  readonly #line: string;
  #at = 0;

  constructor(line: string) {
    this.#line = line;
  }

  read(): readonly ShellToken[] {
    const tokens: ShellToken[] = [];
    while (this.#skipBlanks()) tokens.push(this.#token());
    return tokens;
  }

  #skipBlanks(): boolean {
    while (this.#take(BLANK));
    return this.#at < this.#line.length;
  }

  #token(): ShellToken {
    const arrow = this.#take(ARROW);
    if (arrow?.[1] !== undefined) return { kind: 'arrow', descriptor: '&', text: arrow[1].slice(1) };
    if (arrow) return { kind: 'arrow', descriptor: arrow[2] ?? '', text: arrow[3] ?? '' };
    const operator = this.#take(OPERATOR);
    if (operator) return { kind: 'operator', text: operator[0] };
    return { kind: 'word', word: this.#word() };
  }

  #word(): ShellWord {
    const parts: WordPart[] = [];
    for (let more = true; more;) {
      const found = this.#part();
      parts.push(...found);
      more = found.length > 0;
    }
    return parts;
  }

  /** The next piece of a word; nothing where the word ends. */
  #part(): readonly WordPart[] {
    const plain = this.#take(PLAIN);
    if (plain) return [text(plain[0], false)];
    switch (this.#line[this.#at] ?? '') {
      case '\\':
        return [this.#escaped()];
      case "'":
        return [text(this.#singleQuoted(), true)];
      case '"':
        return this.#doubleQuoted();
      case '$':
      case '`':
        return [this.#expansion(false)];
      default:
        return [];
    }
  }

  #escaped(): WordPart {
    const next = this.#line[this.#at + 1] ?? '\\';
    this.#at += 2;
    return next === '\n' ? text('', false) : text(next, true);
  }

  #singleQuoted(): string {
    const end = this.#line.indexOf("'", this.#at + 1);
    if (end === -1) throw unclosed("'");
    const content = this.#line.slice(this.#at + 1, end);
    this.#at = end + 1;
    return content;
  }

  #doubleQuoted(): readonly WordPart[] {
    const parts = [text('', true)];
    for (this.#at++; this.#line[this.#at] !== '"';) {
      const plain = this.#take(QUOTED_PLAIN);
      if (plain) parts.push(text(plain[0], true));
      else if (this.#at >= this.#line.length) throw unclosed('"');
      else if (this.#line[this.#at] === '\\') parts.push(text(this.#escapedInQuotes(), true));
      else parts.push(this.#expansion(true));
    }
    this.#at++;
    return parts;
  }

  #escapedInQuotes(): string {
    const next = this.#line[this.#at + 1] ?? '';
    this.#at += 2;
    if (next === '\n') return '';
    return '"\\$`'.includes(next) ? next : `\\${next}`;
  }

  #expansion(quoted: boolean): WordPart {
    const variable = this.#take(VARIABLE);
    if (variable) return { kind: 'variable', value: variable[1] ?? variable[2] ?? '', quoted };
    const rest = this.#line.slice(this.#at);
    if (/^(?:`|\$\()/.test(rest)) throw new ShellSyntaxError('command substitution: not on this device');
    if (rest.startsWith('${')) throw new ShellSyntaxError(`${rest.split('}')[0] ?? ''}}: bad substitution`);
    this.#at++;
    return text('$', quoted);
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#line) ?? undefined;
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}

function text(value: string, quoted: boolean): WordPart {
  return { kind: 'text', value, quoted };
}

function unclosed(quote: string): ShellSyntaxError {
  return new ShellSyntaxError(`unexpected EOF while looking for matching \`${quote}'`);
}
