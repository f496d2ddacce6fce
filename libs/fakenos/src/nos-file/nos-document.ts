/**
 * A platform as FakeNOS's YAML describes it, checked: its fields keep the file's names. Plain JSON, so that it can be
 * handed to the process that plays it.
 */
export interface NosDocument {
  /** What inventories call it. */
  readonly name: string;
  /** `{base_prompt}` stands for the host's name. */
  readonly initial_prompt: string;
  /** Where `ssh host 'command'` may run a command that the initial prompt does not allow. */
  readonly enable_prompt?: string;
  readonly config_prompt?: string;
  /** By the whole command line. */
  readonly commands: NosCommands;
}

/** Answers by the whole command line; `_default_` is for all others. */
export type NosCommands = Readonly<Record<string, NosCommand>>;

/** What a command line does. */
export interface NosCommand {
  /** Text is printed, null prints nothing, true ends the session; absent, it is answered like an unknown command. */
  readonly output?: string | boolean | null;
  readonly help?: string | null;
  /** The prompts at which it is known; absent or null: all. */
  readonly prompt?: string | readonly string[] | null;
  /** The prompt from then on. */
  readonly new_prompt?: string | null;
  /** Another command line, whose fields this one has where it does not say otherwise. */
  readonly alias?: string | null;
}
