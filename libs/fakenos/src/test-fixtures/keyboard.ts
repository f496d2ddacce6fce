import { KeyDecoder } from '../engine/key-decoder';
import type { EditorManner } from '../engine/line-editor';
import { LineEditor } from '../engine/line-editor';

/** Types bytes into a line editor and keeps what came of it. */
export class Keyboard {
  echo = '';
  readonly events: string[] = [];
  readonly lines: string[] = [];
  manner: EditorManner;
  readonly #keys = new KeyDecoder();
  readonly #editor: LineEditor;

  constructor(manner: Partial<EditorManner> = {}, terminal = true) {
    this.manner = { echo: true, assist: true, history: true, ...manner };
    this.#editor = new LineEditor(terminal);
  }

  /** The line being edited. */
  get line(): string {
    return this.#editor.text;
  }

  type(input: string | Uint8Array): void {
    this.#keys.push(typeof input === 'string' ? Buffer.from(input) : input);
    for (let key = this.#keys.next(); key; key = this.#keys.next()) {
      const { echo, event } = this.#editor.press(key, this.manner);
      this.echo += echo;
      if (!event) continue;
      this.events.push(`${event.kind} ${event.text}`);
      if (event.kind === 'line') this.lines.push(event.text);
    }
  }

  /** The last row of a terminal that was sent the echo, without the blanks at its end. */
  screenLine(): string {
    const row: string[] = [];
    let at = 0;
    for (const char of this.echo.slice(this.echo.lastIndexOf('\n') + 1)) {
      if (char === '\b') at--;
      else if (char === '\r') at = 0;
      else if (char !== '\x07') row[at++] = char;
    }
    return row.join('').trimEnd();
  }
}
