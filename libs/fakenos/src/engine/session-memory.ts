import type { CommandEffect, Platform, ShellSession } from './platform';

/** The one writer of a {@link ShellSession}: the mode stack, and the size of the screen. */
export class SessionMemory implements ShellSession {
  readonly variables = new Map<string, string>();
  readonly #platform: Platform;
  readonly #stack: string[] = [];
  #mode: string;
  #pageLines: number;
  #pageColumns: number;
  #status = 0;
  /** A command has set the number of lines: the terminal's size no longer counts. */
  #linesChosen = false;

  constructor(
    readonly username: string,
    platform: Platform,
    terminal?: { readonly rows: number; readonly columns: number },
  ) {
    this.#platform = platform;
    this.#mode = platform.initialMode;
    this.#pageLines = terminal?.rows || platform.paging?.defaultLines || 0;
    this.#pageColumns = terminal?.columns || 80;
  }

  get mode(): string {
    return this.#mode;
  }

  get stack(): readonly string[] {
    return this.#stack;
  }

  get pageLines(): number {
    return this.#pageLines;
  }

  get pageColumns(): number {
    return this.#pageColumns;
  }

  get status(): number {
    return this.#status;
  }

  /** Starts in another mode than the platform's first one, with nothing below it. */
  enter(mode: string): void {
    this.#mode = this.#known(mode);
    this.#stack.length = 0;
  }

  resize(rows: number, columns: number): void {
    if (rows > 0 && !this.#linesChosen) this.#pageLines = rows;
    if (columns > 0) this.#pageColumns = columns;
  }

  /** Does what a command asked for; false when it left the outermost mode. Throws for a mode that does not exist. */
  apply({ mode, leave, pageLines, pageColumns, status }: CommandEffect): boolean {
    if (status !== undefined) this.#status = status;
    if (pageLines !== undefined) {
      this.#pageLines = pageLines;
      this.#linesChosen = true;
    }
    if (pageColumns !== undefined) this.#pageColumns = pageColumns;
    if (mode !== undefined) this.#goTo(this.#known(mode));
    if (!leave) return true;
    const below = this.#stack.pop();
    if (below !== undefined) this.#mode = below;
    return below !== undefined;
  }

  #goTo(mode: string): void {
    if (mode === this.#mode) return;
    const at = this.#stack.indexOf(mode);
    if (at === -1) this.#stack.push(this.#mode);
    else this.#stack.length = at;
    this.#mode = mode;
  }

  #known(mode: string): string {
    if (!Object.hasOwn(this.#platform.modes, mode))
      throw new Error(`${this.#platform.name} has no mode "${mode}".`);
    return mode;
  }
}
