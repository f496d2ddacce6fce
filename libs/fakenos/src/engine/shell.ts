import { completeWord } from './complete-word';
import { CurrentMode } from './current-mode';
import type { Dialogue } from './dialogue';
import { FaultGuard } from './fault-guard';
import { formatNextWords } from './format-next-words';
import type { Key } from './key-decoder';
import { KeyDecoder } from './key-decoder';
import type { EditorEvent } from './line-editor';
import type { LineContext } from './line-context';
import { LineEditor } from './line-editor';
import { nextWords } from './next-words';
import { Pager } from './pager';
import type { LineResult, Said } from './line-result';
import { saidText, sayLines } from './line-result';
import { runAnswer, runLine } from './run-line';
import { SessionMemory } from './session-memory';
import type { ShellOptions } from './shell-options';
import { ShellOutput } from './shell-output';

/**
 * One session on a device: bytes in, text out, everything in between synchronous.
 *
 * - prompting: from `interact`, and after each command; keys edit a line, Enter runs it.
 * - asking: a command wants a line of its own (a password); left with Enter or Ctrl-C.
 * - paging: output fills the screen; left with the last screen or `q`.
 * - running a list of lines: from `execute`; no prompt, no echo; left with the last line, by ending.
 * - ended: after `exit`, the end of input, the last executed line; input is ignored.
 *
 * Beside these, blocked: the sink asked for a pause; keys wait until `resume`.
 */
export class Shell implements Dialogue {
  readonly #options: ShellOptions;
  readonly #session: SessionMemory;
  readonly #mode: CurrentMode;
  readonly #keys = new KeyDecoder();
  readonly #editor: LineEditor;
  readonly #output: ShellOutput;
  readonly #pager: Pager;
  readonly #faults: FaultGuard;
  /** Lines still to execute; undefined in an interactive session. */
  #script: string[] | undefined;
  #ask: LineResult['ask'];
  #inputOver = false;
  #ended = false;

  constructor(options: ShellOptions) {
    this.#options = options;
    this.#faults = new FaultGuard(options);
    const { platform } = options.tree;
    this.#pager = new Pager(platform.paging?.prompt ?? '', (text) => this.#output.print(text));
    this.#editor = new LineEditor(options.terminal !== undefined);
    this.#session = new SessionMemory(options.username, platform, options.terminal);
    this.#mode = new CurrentMode(options, this.#session, this.#faults);
    const unixPipe = !options.terminal && this.#mode.words === 'exact';
    this.#output = new ShellOutput(options.sink, unixPipe ? '\n' : '\r\n');
  }

  /** Greets and prompts: `ssh host`. */
  interact(): void {
    const { device, tree } = this.#options;
    const greeting = this.#faults.safely(() => tree.platform.greeting?.(device) ?? '', '');
    if (greeting !== '') this.#output.print(greeting.endsWith('\n') ? greeting : `${greeting}\n`);
    this.#prompt();
    this.#pump();
  }

  /** Runs these lines and ends: `ssh host 'show version'`. */
  execute(command: string): void {
    const { execMode, initialMode } = this.#options.tree.platform;
    this.#session.enter(execMode ?? initialMode);
    this.#script = command.split(/\r?\n/);
    this.#pump();
  }

  input(bytes: Uint8Array): void {
    if (this.#ended) return;
    this.#keys.push(bytes);
    this.#pump();
  }

  /** The client will send nothing more: what it sent is still run, then the session ends. */
  inputOver(): void {
    this.#inputOver = true;
    this.#pump();
  }

  /** The sink takes text again. */
  resume(): void {
    this.#output.resume();
    this.#pump();
  }

  resize(rows: number, columns: number): void {
    this.#session.resize(rows, columns);
  }

  get awaits(): NonNullable<Dialogue['awaits']> {
    if (this.#pager.waiting) return 'key';
    if (!this.#ask) return 'command';
    return this.#ask.echo ? 'answer' : 'secret';
  }

  get #context(): LineContext {
    return this.#mode.lineContext(this.#script === undefined);
  }

  #pump(): void {
    while (!this.#ended && !this.#output.blocked && this.#step()) this.#output.relieve();
    if (!this.#ended) this.#output.flush();
  }

  /** Does one thing: a line of the script, a key, or the end of input; false when there is nothing to do yet. */
  #step(): boolean {
    if (this.#script && !this.#ask) {
      this.#nextOfScript(this.#script);
      return true;
    }
    const key = this.#keys.next();
    if (key) {
      if (this.#pager.waiting) this.#pager.press(key);
      else this.#press(key);
      return true;
    }
    if (this.#inputOver) this.#finish();
    return this.#inputOver;
  }

  #press(key: Key): void {
    const asking = this.#ask !== undefined;
    const assist = !asking && this.#mode.words === 'abbreviated';
    const manner = { echo: this.#ask?.echo ?? true, assist, history: !asking };
    const { echo, event } = this.#editor.press(key, manner);
    this.#output.echo(echo);
    if (event) this.#react(event);
  }

  #react({ kind, text }: EditorEvent): void {
    const { tree } = this.#options;
    const { ctrlC, ctrlZ, ctrlD } = this.#mode.controls;
    switch (kind) {
      case 'line':
        return this.#line(text);
      case 'help':
        this.#output.print(formatNextWords(nextWords(tree, this.#session.mode, text)));
        return this.#reprompt();
      case 'complete':
        this.#output.echo(this.#editor.insert(completeWord(nextWords(tree, this.#session.mode, text))).echo);
        return;
      case 'redraw':
        return this.#reprompt();
      case 'interrupt':
        if (this.#script) return this.#end(1);
        if (ctrlC !== undefined && !this.#ask) return this.#line(ctrlC);
        this.#ask = undefined;
        return this.#prompt();
      case 'suspend':
        return ctrlZ === undefined || this.#ask ? this.#reprompt() : this.#line(ctrlZ);
      case 'end-of-input':
        if (ctrlD === undefined || this.#ask) return;
        this.#output.print('\n');
        return this.#line(ctrlD);
    }
  }

  #line(text: string): void {
    const ask = this.#ask;
    this.#ask = undefined;
    this.#apply(ask ? runAnswer(this.#context, ask.then, text) : this.#run(text));
  }

  #run(line: string): LineResult {
    const canned = this.#options.overrides?.answer(line.trim());
    return canned === undefined ? runLine(this.#context, line) : { said: sayLines(canned), status: 0 };
  }

  #apply(result: LineResult): void {
    const open = this.#faults.safely(() => this.#session.apply(result), true);
    this.#page(result.said, () => {
      if (result.close || !open) return this.#end(this.#session.status);
      if (result.ask) {
        this.#ask = result.ask;
        this.#output.print(result.ask.prompt);
        return;
      }
      if (!this.#script) this.#prompt();
    });
  }

  #nextOfScript(script: string[]): void {
    const line = script.shift();
    if (line === undefined) this.#end(this.#session.status);
    else this.#apply(this.#run(line));
  }

  /** Prints output, screen by screen where somebody can press a key. */
  #page(said: readonly Said[], then: () => void): void {
    const { pageLines, pageColumns } = this.#session;
    const { terminal, tree } = this.#options;
    const paged = terminal && tree.platform.paging && pageLines > 0 && !this.#script && !this.#inputOver;
    if (paged) return this.#pager.show(saidText(said), { rows: pageLines, columns: pageColumns }, then);
    for (const { text, error } of said) {
      if (error && !terminal) this.#output.printError(text);
      else this.#output.print(text);
    }
    then();
  }

  /** The end of input, with all of it taken. */
  #finish(): void {
    this.#pager.finish();
    const last = this.#editor.takeLine();
    if (last !== '' && !this.#ended) {
      this.#output.print('\n');
      this.#line(last);
    }
    if (this.#ended || (this.#script && !this.#ask)) return;
    if (this.#ask) return this.#end(1);
    this.#end(this.#mode.words === 'exact' ? this.#session.status : 0);
  }

  #prompt(): void {
    const { terminal, overrides } = this.#options;
    if (!terminal && this.#mode.words === 'exact') return;
    const { prompt } = this.#mode;
    this.#output.print(overrides?.prompt(prompt) ?? prompt);
  }

  #reprompt(): void {
    if (this.#ask) this.#output.print(this.#ask.prompt);
    else this.#prompt();
    if (this.#ask?.echo ?? true) this.#output.echo(this.#editor.redraw());
  }

  #end(status: number): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#output.end(status);
  }
}
