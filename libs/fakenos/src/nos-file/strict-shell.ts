import type { Dialogue, DialogueClient } from '../engine/dialogue';
import { ShellOutput } from '../engine/shell-output';
import type { NosCommandTable } from './nos-command-table';
import type { ShellConfiguration } from './shell-configuration';
import { splitLines, stripBlanks } from './text-lines';

const INTRO = 'Custom SSH Shell';
const NEWLINE = '\r\n';
/** A longer line is no command; what more comes of it is echoed and forgotten. */
const LONGEST_LINE = 65_536;
/** `help`, `help show`, `help-me`, but not `helpful`. */
const HELP = /^help(?![A-Za-z0-9_])/;

/** What a {@link StrictShell} runs on and whom it serves. */
export interface StrictShellOptions {
  readonly commands: NosCommandTable;
  readonly shellConfiguration?: ShellConfiguration;
  readonly client: DialogueClient;
}

/**
 * One session on a platform file, byte for byte what FakeNOS says: no editing, every byte echoed, whole lines looked up.
 *
 * - prompting: from `interact`, and after each line; CR or LF runs what was typed.
 * - running a list of lines: from `execute`; no prompt, no echo; left with the last line, by ending.
 * - ended: after a command that ends the session, the end of input, the last executed line; input is ignored.
 *
 * Beside these, blocked: the sink asked for a pause; what was typed waits until `resume`.
 */
export class StrictShell implements Dialogue {
  readonly #options: StrictShellOptions;
  readonly #output: ShellOutput;
  readonly #newline: string;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #prompt: string;
  /** Decoded and not yet taken, from `#at` on. */
  #input = '';
  #at = 0;
  #line = '';
  #script: string[] | undefined;
  #status = 0;
  #inputOver = false;
  #ended = false;

  constructor(options: StrictShellOptions) {
    this.#options = options;
    this.#output = new ShellOutput(options.client.sink, NEWLINE);
    this.#newline = options.shellConfiguration?.newline ?? NEWLINE;
    this.#prompt = options.commands.initialPrompt;
  }

  interact(): void {
    const { intro = INTRO } = this.#options.shellConfiguration ?? {};
    if (intro) this.#say(`${intro}\n`);
    this.#ask();
    this.#pump();
  }

  execute(command: string): void {
    this.#script = command.split(/\r?\n/);
    this.#pump();
  }

  input(bytes: Uint8Array): void {
    if (this.#ended || this.#script) return;
    this.#input = this.#input.slice(this.#at) + this.#decoder.decode(bytes, { stream: true });
    this.#at = 0;
    this.#pump();
  }

  inputOver(): void {
    this.#inputOver = true;
    this.#pump();
  }

  resume(): void {
    this.#output.resume();
    this.#pump();
  }

  resize(): void {
    // FakeNOS knows no widths and no pages.
  }

  #pump(): void {
    while (!this.#ended && !this.#output.blocked && this.#step()) this.#output.relieve();
    if (!this.#ended) this.#output.flush();
  }

  /** Does one thing: a line, or the end of input; false when there is nothing to do yet. */
  #step(): boolean {
    if (this.#script) {
      const line = this.#script.shift();
      if (line === undefined) this.#end(this.#status);
      else this.#execute(stripBlanks(line));
      return true;
    }
    if (this.#at < this.#input.length) {
      this.#type();
      return true;
    }
    if (this.#inputOver) this.#finish();
    return this.#inputOver;
  }

  /** Takes what was typed up to the next Enter. */
  #type(): void {
    const enter = this.#nextEnter();
    const typed = this.#input.slice(this.#at, enter);
    this.#output.echo(typed);
    if (this.#line.length < LONGEST_LINE) this.#line += typed.replaceAll('\0', '');
    this.#at = enter;
    if (enter === this.#input.length) return;
    this.#at++;
    this.#enter();
    if (!this.#ended) this.#ask();
  }

  #nextEnter(): number {
    for (let at = this.#at; at < this.#input.length; at++) {
      const code = this.#input.charCodeAt(at);
      if (code === 0x0d || code === 0x0a) return at;
    }
    return this.#input.length;
  }

  #enter(): void {
    this.#output.echo('\r\n');
    const line = stripBlanks(this.#line);
    this.#line = '';
    if (line !== '') this.#run(line);
  }

  /** The end of input, with all of it taken: what was typed without Enter still runs. */
  #finish(): void {
    if (this.#line !== '') this.#enter();
    this.#end(0);
  }

  /** A line of `ssh host '…'`, at the prompt that knows it. */
  #execute(line: string): void {
    const { enablePrompt } = this.#options.commands;
    const { commands } = this.#options;
    if (
      !commands.knows(line, this.#prompt) &&
      enablePrompt !== undefined &&
      commands.knows(line, enablePrompt)
    )
      this.#prompt = enablePrompt;
    if (line !== '') this.#run(line);
  }

  /** @param line without blanks around it, not empty */
  #run(line: string): void {
    const { commands, client } = this.#options;
    this.#status = 0;
    const canned = client.overrides?.answer(line);
    if (canned !== undefined) return this.#print(canned);
    if (line.startsWith('?') || HELP.test(line))
      return this.#print(commands.help(this.#prompt).join(this.#newline));
    const { output, prompt, unknown } = commands.answer(line, this.#prompt);
    if (unknown) this.#status = 1;
    if (prompt !== undefined) this.#prompt = prompt;
    if (output === true) this.#end(this.#status);
    else if (output === false) this.#print('False');
    else if (output !== null) this.#print(output);
  }

  #print(text: string): void {
    for (const line of splitLines(text)) this.#say(line + this.#newline);
  }

  #ask(): void {
    const { overrides } = this.#options.client;
    this.#say(overrides?.prompt(this.#prompt) ?? this.#prompt);
  }

  /** One piece of what FakeNOS writes: its line breaks become CRLF, unless it brings some of its own. */
  #say(text: string): void {
    this.#output.echo(text.includes('\r\n') ? text : text.replaceAll('\n', '\r\n'));
  }

  #end(status: number): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#output.end(status);
  }
}
