import type { ConfigEdit } from '../configuration/device-configuration';
import type { CommandEffect, Platform, ShellSession } from './platform';

interface Level {
  readonly mode: string;
  readonly path: readonly string[];
  readonly username: string;
}

/** The one writer of a {@link ShellSession}: the mode stack, and the size of the screen. */
export class SessionMemory implements ShellSession {
  readonly variables = new Map<string, string>();
  readonly edits: ConfigEdit[] = [];
  readonly #platform: Platform;
  readonly #stack: Level[] = [];
  #mode: string;
  #path: readonly string[] = [];
  #username: string;
  #pageLines: number;
  #pageColumns: number;
  #status = 0;
  /** A command has set the number of lines: the terminal's size no longer counts. */
  #linesChosen = false;

  constructor(
    username: string,
    platform: Platform,
    terminal?: { readonly rows: number; readonly columns: number },
  ) {
    this.#platform = platform;
    this.#username = username;
    this.#mode = platform.initialMode;
    this.#pageLines = terminal?.rows || platform.paging?.defaultLines || 0;
    this.#pageColumns = terminal?.columns || 80;
  }

  get username(): string {
    return this.#username;
  }

  get mode(): string {
    return this.#mode;
  }

  get stack(): readonly string[] {
    return this.#stack.map(({ mode }) => mode);
  }

  get path(): readonly string[] {
    return this.#path;
  }

  pathIn(mode: string): readonly string[] {
    if (mode === this.#mode) return this.#path;
    return this.#stack.find((level) => level.mode === mode)?.path ?? [];
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
    this.#path = [];
    this.#stack.length = 0;
  }

  resize(rows: number, columns: number): void {
    if (rows > 0 && !this.#linesChosen) this.#pageLines = rows;
    if (columns > 0) this.#pageColumns = columns;
  }

  /** Does what a command asked for; false when it left the outermost mode. Throws for a mode that does not exist. */
  apply({ mode, within, path, username, leave, pageLines, pageColumns, status }: CommandEffect): boolean {
    if (status !== undefined) this.#status = status;
    if (pageLines !== undefined) {
      this.#pageLines = pageLines;
      this.#linesChosen = true;
    }
    if (pageColumns !== undefined) this.#pageColumns = pageColumns;
    if (within !== undefined) this.#unwind(within);
    if (mode !== undefined) this.#goTo(this.#known(mode), path);
    if (username !== undefined) this.#username = username;
    else if (path !== undefined) this.#path = path;
    if (!leave) return true;
    const below = this.#stack.pop();
    if (below !== undefined) this.#be(below);
    return below !== undefined;
  }

  #goTo(mode: string, path: readonly string[] | undefined): void {
    if (!this.#unwind(mode)) {
      this.#stack.push({ mode: this.#mode, path: this.#path, username: this.#username });
      this.#be({ mode, path: [], username: this.#username });
    }
    if (path) this.#path = path;
  }

  /** Back to a mode that the session came through, or is in; false when it did not. */
  #unwind(mode: string): boolean {
    if (mode === this.#mode) return true;
    const at = this.#stack.findIndex((level) => level.mode === mode);
    const level = this.#stack[at];
    if (!level) return false;
    this.#stack.length = at;
    this.#be(level);
    return true;
  }

  #be({ mode, path, username }: Level): void {
    this.#mode = mode;
    this.#path = path;
    this.#username = username;
  }

  #known(mode: string): string {
    if (!Object.hasOwn(this.#platform.modes, mode))
      throw new Error(`${this.#platform.name} has no mode "${mode}".`);
    return mode;
  }
}
