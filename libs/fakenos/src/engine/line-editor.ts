import type { Key, NamedKey } from './key-decoder';

/** What a key press asks of the shell. `text` is the line, for `help` and `complete` the part left of the cursor. */
export interface EditorEvent {
  readonly kind: 'line' | 'help' | 'complete' | 'redraw' | 'interrupt' | 'suspend' | 'end-of-input';
  readonly text: string;
}

/** The answer to a key press: what the terminal shows, and what the shell is to do, if anything. */
export interface EditorStep {
  readonly echo: string;
  readonly event?: EditorEvent;
}

/** How keys are taken at the moment. */
export interface EditorManner {
  /** False while a password is typed. */
  readonly echo: boolean;
  /** `?` and TAB are keys of their own rather than characters. */
  readonly assist: boolean;
  /** Lines go into the history, the arrows bring them back. */
  readonly history: boolean;
}

const LONGEST_LINE = 16_384;
const HISTORY_LINES = 100;
const BELL = '\x07';
const NOTHING: EditorStep = { echo: '' };

/** Edits one line at a time: keys in, echo and finished lines out; it does no input or output of its own. */
export class LineEditor {
  readonly #terminal: boolean;
  readonly #history: string[] = [];
  #chars: string[] = [];
  #cursor = 0;
  /** Where we are in the history; its length means: the line being typed. */
  #recalled = 0;
  #draft = '';

  /** Without a terminal there is no echo, and only characters and Enter mean anything. */
  constructor(terminal: boolean) {
    this.#terminal = terminal;
  }

  /** The line so far. */
  get text(): string {
    return this.#chars.join('');
  }

  press(key: Key, manner: EditorManner): EditorStep {
    const step = this.#press(key, manner);
    if (!this.#terminal) return step.event ? { echo: '', event: step.event } : NOTHING;
    if (manner.echo || step.event) return step;
    return NOTHING;
  }

  #press(key: Key, manner: EditorManner): EditorStep {
    if (key.kind === 'char') {
      if (key.char === '?' && manner.assist && this.#terminal)
        return this.#event('help', '?\r\n', this.#before());
      return this.insert(key.char);
    }
    if (key.name === 'enter') return this.#enter(manner);
    if (this.#terminal) return this.#named(key.name, manner);
    return key.name === 'tab' ? this.insert('\t') : NOTHING;
  }

  /** Types `text` at the cursor: what completion adds. */
  insert(text: string): EditorStep {
    const added = [...text];
    if (this.#chars.length + added.length > LONGEST_LINE) return { echo: BELL };
    this.#chars.splice(this.#cursor, 0, ...added);
    this.#cursor += added.length;
    return { echo: text + this.#redrawTail('') };
  }

  /** The echo that draws the whole line after a prompt, the cursor where it was. */
  redraw(): string {
    return this.#terminal ? this.#before() + this.#redrawTail('') : '';
  }

  /** Ends the line without an Enter, for input that stops in the middle of one. */
  takeLine(): string {
    const line = this.text;
    this.#replace('');
    return line;
  }

  #named(name: Exclude<NamedKey, 'enter'>, manner: EditorManner): EditorStep {
    switch (name) {
      case 'tab':
        return manner.assist ? this.#event('complete', '', this.#before()) : NOTHING;
      case 'backspace':
        return this.#eraseBack(1);
      case 'delete':
        return this.#eraseForward(1);
      case 'left':
        return this.#moveTo(this.#cursor - 1);
      case 'right':
        return this.#moveTo(this.#cursor + 1);
      case 'home':
        return this.#moveTo(0);
      case 'end':
        return this.#moveTo(this.#chars.length);
      case 'up':
        return manner.history ? this.#recall(this.#recalled - 1) : NOTHING;
      case 'down':
        return manner.history ? this.#recall(this.#recalled + 1) : NOTHING;
      case 'erase-line':
        return this.#eraseBack(this.#cursor);
      case 'erase-word':
        return this.#eraseBack([...(/\S*\s*$/.exec(this.#before())?.[0] ?? '')].length);
      case 'erase-to-end':
        return this.#eraseForward(this.#chars.length - this.#cursor);
      case 'redraw':
        return this.#event('redraw', '\r\n', this.text);
      case 'interrupt':
        return this.#event('interrupt', '^C\r\n', this.takeLine());
      case 'suspend':
        return this.#event('suspend', '^Z\r\n', this.takeLine());
      case 'end-of-input':
        return this.#chars.length === 0 ? this.#event('end-of-input', '', '') : this.#eraseForward(1);
    }
  }

  #enter(manner: EditorManner): EditorStep {
    const line = this.takeLine();
    if (manner.history && line.trim() !== '' && this.#history.at(-1) !== line) {
      this.#history.push(line);
      if (this.#history.length > HISTORY_LINES) this.#history.shift();
    }
    this.#recalled = this.#history.length;
    return this.#event('line', '\r\n', line);
  }

  #event(kind: EditorEvent['kind'], echo: string, text: string): EditorStep {
    return { echo, event: { kind, text } };
  }

  #recall(index: number): EditorStep {
    if (index < 0 || index > this.#history.length) return { echo: BELL };
    if (this.#recalled === this.#history.length) this.#draft = this.text;
    this.#recalled = index;
    const { length } = this.#chars;
    const back = '\b'.repeat(this.#cursor);
    const line = this.#history[index] ?? this.#draft;
    this.#replace(line);
    const excess = Math.max(0, length - this.#chars.length);
    return { echo: back + line + ' '.repeat(excess) + '\b'.repeat(excess) };
  }

  #replace(line: string): void {
    this.#chars = [...line];
    this.#cursor = this.#chars.length;
  }

  #moveTo(target: number): EditorStep {
    if (target < 0 || target > this.#chars.length) return { echo: BELL };
    const from = this.#cursor;
    this.#cursor = target;
    if (target < from) return { echo: '\b'.repeat(from - target) };
    return { echo: this.#chars.slice(from, target).join('') };
  }

  #eraseBack(count: number): EditorStep {
    if (this.#cursor === 0) return { echo: BELL };
    this.#cursor -= count;
    this.#chars.splice(this.#cursor, count);
    return { echo: '\b'.repeat(count) + this.#redrawTail(' '.repeat(count)) };
  }

  #eraseForward(count: number): EditorStep {
    if (this.#cursor === this.#chars.length) return { echo: BELL };
    this.#chars.splice(this.#cursor, count);
    return { echo: this.#redrawTail(' '.repeat(count)) };
  }

  #before(): string {
    return this.#chars.slice(0, this.#cursor).join('');
  }

  /** Draws what is right of the cursor, then `blanks` over what was there before, and goes back. */
  #redrawTail(blanks: string): string {
    const tail = this.#chars.slice(this.#cursor);
    return tail.join('') + blanks + '\b'.repeat(tail.length + blanks.length);
  }
}
