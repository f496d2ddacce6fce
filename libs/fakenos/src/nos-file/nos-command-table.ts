import { fillBasePrompt } from './fill-base-prompt';
import type { NosCommand, NosCommands, NosDocument } from './nos-document';

const BUILT_IN: NosCommands = {
  exit: { output: true, help: 'Exit commands shell' },
  _default_: { output: 'Unknown command', help: 'Output to print for unknown commands' },
};

/** What a command line comes to: `output` as in {@link NosCommand}, names filled in. */
export interface NosAnswer {
  readonly output: string | boolean | null;
  /** The prompt from then on; absent: the same. */
  readonly prompt?: string;
  /** No command of that name is known at this prompt. */
  readonly unknown: boolean;
}

/** The commands of a platform file on one host, shared by all its sessions; nothing in it ever changes. */
export class NosCommandTable {
  readonly initialPrompt: string;
  readonly enablePrompt: string | undefined;
  readonly #commands: ReadonlyMap<string, NosCommand>;
  readonly #basePrompt: string;

  /** @param own the host's own commands, which stand before the file's as the file's stand before those built in */
  constructor(document: NosDocument, basePrompt: string, own: NosCommands = {}) {
    this.#basePrompt = basePrompt;
    this.#commands = new Map(
      [BUILT_IN, document.commands, own].flatMap((commands) => Object.entries(commands)),
    );
    this.initialPrompt = this.#fill(document.initial_prompt);
    this.enablePrompt = document.enable_prompt === undefined ? undefined : this.#fill(document.enable_prompt);
  }

  /** @param line without blanks around it */
  answer(line: string, prompt: string): NosAnswer {
    const command = this.#find(line);
    if (!command || !this.#isAllowed(command, prompt) || command.output === undefined) return this.#default();
    const { output, new_prompt } = command;
    return {
      output: this.#filled(output),
      ...(typeof new_prompt === 'string' ? { prompt: this.#fill(new_prompt) } : {}),
      unknown: false,
    };
  }

  /** A command of that name is known at this prompt. */
  knows(line: string, prompt: string): boolean {
    const command = this.#find(line);
    return command !== undefined && this.#isAllowed(command, prompt);
  }

  /** Every command of this prompt with its help, a line each; those in underscores are not shown. */
  help(prompt: string): readonly string[] {
    const shown = [...this.#commands].filter(
      ([line, command]) => !(line.startsWith('_') && line.endsWith('_')) && this.#isAllowed(command, prompt),
    );
    const lengthOf = (line: string) => [...line].length;
    const width = shown.reduce((widest, [line]) => Math.max(widest, lengthOf(line)), 0);
    return shown.map(
      ([line, { help }]) =>
        `${line}${' '.repeat(width - lengthOf(line))}  ${help === null ? 'None' : (help ?? '')}`,
    );
  }

  /** With what its alias has and it has not. */
  #find(line: string): NosCommand | undefined {
    const command = this.#commands.get(line);
    if (!command?.alias) return command;
    const target = this.#commands.get(command.alias);
    return target && { ...target, ...command };
  }

  #isAllowed({ prompt }: NosCommand, current: string): boolean {
    if (prompt === undefined || prompt === null) return true;
    const prompts = typeof prompt === 'string' ? [prompt] : prompt;
    return prompts.some((allowed) => this.#fill(allowed) === current);
  }

  #default(): NosAnswer {
    const { output = BUILT_IN['_default_']?.output ?? null } = this.#commands.get('_default_') ?? {};
    return { output: this.#filled(output), unknown: true };
  }

  #filled(output: string | boolean | null): string | boolean | null {
    return typeof output === 'string' ? this.#fill(output) : output;
  }

  #fill(text: string): string {
    return fillBasePrompt(text, this.#basePrompt);
  }
}
