import type { ShellSink } from './shell-options';

const FLUSH_CHARACTERS = 65_536;

/** A shell's text on its way to the client: gathered, and written piece by piece while the client takes it. */
export class ShellOutput {
  /** What ends a line for this client. */
  readonly newline: string;
  readonly #sink: ShellSink;
  #pending = '';
  #blocked = false;

  constructor(sink: ShellSink, newline: string) {
    this.#sink = sink;
    this.newline = newline;
  }

  /** The client asked for a pause. */
  get blocked(): boolean {
    return this.#blocked;
  }

  /** Lines, ended as the client wants them. */
  print(text: string): void {
    this.#pending += text.replace(/\r?\n/g, this.newline);
  }

  /** Lines on the error stream, after all that was printed before. */
  printError(text: string): void {
    this.flush();
    this.#write(text.replace(/\r?\n/g, this.newline), 'error');
  }

  /** Text as it is: what the editor echoes. */
  echo(text: string): void {
    this.#pending += text;
  }

  /** Writes what has gathered if it is much. */
  relieve(): void {
    if (this.#pending.length > FLUSH_CHARACTERS) this.flush();
  }

  flush(): void {
    const text = this.#pending;
    this.#pending = '';
    this.#write(text);
  }

  /** The client takes text again. */
  resume(): void {
    this.#blocked = false;
  }

  end(status: number): void {
    this.flush();
    this.#sink.end(status);
  }

  #write(text: string, stream?: 'error'): void {
    if (text !== '' && !this.#sink.write(text, stream)) this.#blocked = true;
  }
}
