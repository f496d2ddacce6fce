import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';

/** A line longer than this is handed on in pieces. */
const MAX_LINE = 16_384;
/** All control characters but tabs. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Makes lines out of the pieces of a stream: decoded, without colours, control characters and blanks at the end. */
export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';

  constructor(private readonly onLine: (line: string) => void) {}

  /** Takes the next piece. */
  push(piece: Buffer): void {
    const [first = '', ...others] = this.#decoder.write(piece).split(/\r?\n|\r/);
    this.#grow(first);
    for (const line of others) {
      this.#flush();
      this.#grow(line);
    }
  }

  /** Hands on what came after the last line break. */
  end(): void {
    this.#grow(this.#decoder.end());
    this.#flush();
  }

  #grow(text: string): void {
    this.#rest += text;
    while (this.#rest.length > MAX_LINE) {
      this.#say(this.#rest.slice(0, MAX_LINE));
      this.#rest = this.#rest.slice(MAX_LINE);
    }
  }

  #flush(): void {
    this.#say(this.#rest);
    this.#rest = '';
  }

  #say(text: string): void {
    const line = plainText(text);
    if (line !== '') this.onLine(line);
  }
}

/** Text without colours, control characters and blanks at the end. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROLS, '').trimEnd();
}
