/** What a text with braces says: paths in words without quotes, or what makes no sense and on which line, counted from 1. */
export type ParsedBraces =
  | { readonly kind: 'paths'; readonly paths: readonly (readonly string[])[] }
  | { readonly kind: 'error'; readonly line: number; readonly word: string };

interface Token {
  /** A word, or a mark: a brace, a bracket, `;` for the end of a line too. */
  readonly text: string;
  readonly line: number;
  readonly isMark: boolean;
}

const TOKEN = /\/\*[\s\S]*?\*\/|#[^\n]*|"((?:\\.|[^"\\])*)"|[{};[\]\n]|[^\s{};[\]"]+|"/g;

/** Reads what `printBraces` writes. Lines end with a semicolon or just end; `a [ b c ]` is one path for each value. */
export function parseBraces(text: string): ParsedBraces {
  const reader = new BraceReader(tokensOf(text));
  return reader.read();
}

class BraceReader {
  readonly #tokens: readonly Token[];
  readonly #paths: (readonly string[])[] = [];
  /** The sections that are open, and how many paths there were before each. */
  readonly #open: { readonly words: readonly string[]; readonly before: number }[] = [];
  #words: string[] = [];
  /** The values between brackets; undefined when there were none on this line. */
  #values: string[] | undefined;
  #inBrackets = false;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(): ParsedBraces {
    for (const token of this.#tokens) {
      const isFine = token.isMark ? this.#mark(token.text) : this.#word(token.text);
      if (!isFine) return { kind: 'error', line: token.line, word: token.text };
    }
    this.#endLine();
    const complete = this.#open.length === 0 && !this.#inBrackets;
    if (!complete) return { kind: 'error', line: this.#tokens.at(-1)?.line ?? 1, word: '' };
    return { kind: 'paths', paths: this.#paths };
  }

  #word(word: string): boolean {
    if (this.#inBrackets) this.#values?.push(word);
    else this.#words.push(word);
    return true;
  }

  #mark(mark: string): boolean {
    if (this.#inBrackets && mark !== ']') return false;
    switch (mark) {
      case '{':
        return this.#openSection();
      case '}':
        return this.#closeSection();
      case '[':
        this.#values = [];
        this.#inBrackets = true;
        return this.#words.length > 0;
      case ']':
        return !(this.#inBrackets = !this.#inBrackets);
      case ';':
        this.#endLine();
        return true;
      default:
        return false;
    }
  }

  #openSection(): boolean {
    if (this.#words.length === 0) return false;
    this.#open.push({ words: this.#words, before: this.#paths.length });
    this.#words = [];
    return true;
  }

  #closeSection(): boolean {
    this.#endLine();
    const section = this.#open.at(-1);
    if (section?.before === this.#paths.length) this.#paths.push(this.#prefix());
    return this.#open.pop() !== undefined;
  }

  #endLine(): void {
    const path = [...this.#prefix(), ...this.#words];
    if (this.#values) this.#paths.push(...this.#values.map((value) => [...path, value]));
    else if (this.#words.length > 0) this.#paths.push(path);
    this.#words = [];
    this.#values = undefined;
  }

  #prefix(): readonly string[] {
    return this.#open.flatMap(({ words }) => words);
  }
}

function tokensOf(text: string): readonly Token[] {
  let line = 1;
  return [...text.matchAll(TOKEN)].flatMap(([token, quoted]): readonly Token[] => {
    const here = line;
    line += token.split('\n').length - 1;
    if (token.startsWith('/*') || token.startsWith('#')) return [];
    if (quoted !== undefined) return [{ text: quoted.replaceAll('\\"', '"'), line: here, isMark: false }];
    if (token === '\n') return [{ text: ';', line: here, isMark: true }];
    return [{ text: token, line: here, isMark: /^[{};[\]"]$/.test(token) }];
  });
}
