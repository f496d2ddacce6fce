import type { Dialogue, DialogueClient } from '../engine/dialogue';
import { KeyDecoder } from '../engine/key-decoder';
import type { EditorEvent } from '../engine/line-editor';
import { LineEditor } from '../engine/line-editor';
import type { LoginPrompts } from '../engine/platform';

/** A login that is asked for in the session itself. */
export interface LoginQuestions {
  readonly prompts: LoginPrompts;
  /** What a wrong login hears. */
  readonly refusal: string;
  /** Shown first. */
  readonly banner?: string;
  /** Undefined when it is never decided. */
  readonly isRight: (username: string, password: string) => boolean | undefined;
  /** The session of whoever has logged in. */
  readonly open: (username: string) => Dialogue;
}

const TRIES = 3;
const LINE_FEED = 0x0a;

/**
 * Asks for name and password, then hands over to the session behind it.
 *
 * - asking: for the name, then for the password; a wrong pair begins it anew.
 * - stalled: a login is never decided; nothing more is said.
 * - refused: after three wrong pairs; the session has ended.
 * - through: after a right pair; everything is passed on to the session behind.
 */
export class LoginDialogue implements Dialogue {
  readonly #client: Pick<DialogueClient, 'sink'>;
  readonly #questions: LoginQuestions;
  readonly #keys = new KeyDecoder();
  readonly #editor: LineEditor;
  #start: (session: Dialogue) => void = (session) => session.interact();
  #username: string | undefined;
  #wrong = 0;
  #over = false;
  #session: Dialogue | undefined;
  #size: readonly [rows: number, columns: number] | undefined;
  /** The Enter that ended the password was a CR; its LF, if one comes, is not the session's. */
  #afterPassword = false;

  constructor(client: Pick<DialogueClient, 'sink' | 'terminal'>, questions: LoginQuestions) {
    this.#client = client;
    this.#questions = questions;
    this.#editor = new LineEditor(client.terminal !== undefined);
  }

  get awaits(): Dialogue['awaits'] {
    if (this.#session) return this.#session.awaits ?? 'command';
    return this.#username === undefined ? 'answer' : 'secret';
  }

  interact(): void {
    this.#begin((session) => session.interact());
  }

  execute(command: string): void {
    this.#begin((session) => session.execute(command));
  }

  input(bytes: Uint8Array): void {
    // One byte at a time: what follows the password belongs to the session behind.
    for (let at = 0; at < bytes.length && !this.#over; at++) {
      if (this.#session) return this.#passOn(bytes.subarray(at));
      this.#keys.push(bytes.subarray(at, at + 1));
      for (let key = this.#keys.next(); key; key = this.#keys.next()) {
        const manner = { echo: this.#username === undefined, assist: false, history: false };
        const { echo, event } = this.#editor.press(key, manner);
        this.#say(echo);
        if (event) this.#react(event);
      }
    }
  }

  inputOver(): void {
    if (this.#session) this.#session.inputOver();
    else this.#end();
  }

  resume(): void {
    this.#session?.resume();
  }

  resize(rows: number, columns: number): void {
    this.#size = [rows, columns];
    this.#session?.resize(rows, columns);
  }

  hungUp(): void {
    this.#over = true;
    this.#session?.hungUp?.();
  }

  #begin(start: (session: Dialogue) => void): void {
    this.#start = start;
    const { banner = '', prompts } = this.#questions;
    const lines = banner === '' || banner.endsWith('\n') ? banner : `${banner}\n`;
    this.#say(lines.replace(/\r?\n/g, '\r\n') + prompts.username);
  }

  #react({ kind, text }: EditorEvent): void {
    if (kind === 'interrupt' || kind === 'end-of-input') return this.#end();
    if (kind !== 'line') return;
    if (this.#username !== undefined) return this.#decide(this.#username, text);
    if (text !== '') this.#username = text;
    const { username, password } = this.#questions.prompts;
    this.#say(text === '' ? username : password);
  }

  #decide(username: string, password: string): void {
    const isRight = this.#questions.isRight(username, password);
    if (isRight === undefined) {
      this.#over = true;
      return;
    }
    if (isRight) return this.#letIn(username);
    this.#say(`${this.#questions.refusal}\r\n`);
    if (++this.#wrong === TRIES) return this.#end();
    this.#username = undefined;
    this.#say(`\r\n${this.#questions.prompts.username}`);
  }

  #letIn(username: string): void {
    const session = this.#questions.open(username);
    this.#session = session;
    this.#afterPassword = true;
    if (this.#size) session.resize(...this.#size);
    this.#start(session);
  }

  #passOn(bytes: Uint8Array): void {
    const rest = this.#afterPassword && bytes[0] === LINE_FEED ? bytes.subarray(1) : bytes;
    this.#afterPassword = false;
    if (rest.length > 0) this.#session?.input(rest);
  }

  #say(text: string): void {
    if (text !== '') this.#client.sink.write(text);
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#client.sink.end(1);
  }
}
