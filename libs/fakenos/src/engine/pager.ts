import type { Key } from './key-decoder';
import { takeScreen } from './take-screen';

/** The size of the screen to page for. */
export interface PagerScreen {
  /** Lines, the one of the pager's own prompt included. */
  readonly rows: number;
  readonly columns: number;
}

/**
 * Shows output screen by screen.
 *
 * - idle: until `show` is given more than a screen, and again when the last of it has been shown.
 * - waiting: a screen and the prompt are shown, the rest waits; a blank shows another screen, Enter a line, `q` or
 *   Ctrl-C drops the rest, any other key does nothing.
 */
export class Pager {
  readonly #prompt: string;
  readonly #print: (text: string) => void;
  #waiting: { readonly rest: string; readonly screen: PagerScreen; readonly then: () => void } | undefined;

  constructor(prompt: string, print: (text: string) => void) {
    this.#prompt = prompt;
    this.#print = print;
  }

  get waiting(): boolean {
    return this.#waiting !== undefined;
  }

  /** Calls `then` when all of the output has been shown or dropped. */
  show(output: string, screen: PagerScreen, then: () => void, lines = screen.rows - 1): void {
    const { shown, rest } = takeScreen(output, Math.max(1, lines), screen.columns);
    this.#print(shown);
    if (rest === '') return then();
    this.#print(this.#prompt);
    this.#waiting = { rest, screen, then };
  }

  press(key: Key): void {
    if (key.kind === 'named') {
      if (key.name === 'enter') this.#continue(1);
      if (key.name === 'interrupt') this.#drop();
    } else if (key.char === ' ') this.#continue();
    else if (key.char.toLowerCase() === 'q') this.#drop();
  }

  /** Shows all that waits: nobody will press a key any more. */
  finish(): void {
    const waiting = this.#take();
    if (!waiting) return;
    this.#print(waiting.rest);
    waiting.then();
  }

  #continue(lines?: number): void {
    const waiting = this.#take();
    if (waiting) this.show(waiting.rest, waiting.screen, waiting.then, lines);
  }

  #drop(): void {
    this.#take()?.then();
  }

  #take() {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) this.#print(`\r${' '.repeat(this.#prompt.length)}\r`);
    return waiting;
  }
}
