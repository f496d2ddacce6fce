import type { CommandCall } from '../engine/platform';

/** A line-structured configuration language as data: what each of its modes takes, and how a line is taken back. */
export interface LineGrammar {
  /** `no`, `undo`. */
  readonly negation: string;
  readonly modes: Readonly<Record<string, ModeGrammar>>;
  /** `running`: a line acts at once. `candidate`: it waits in `session.edits` until it is committed. */
  readonly target: LineTarget | ((call: CommandCall) => LineTarget);
  /** What leaves a mode for the one below, and what leaves all of them for which: `{ words: ['end'], mode: 'enable' }`. */
  readonly leave: readonly string[];
  readonly end?: { readonly words: readonly string[]; readonly mode: string };
  /** Makes a section empty again: `default interface Ethernet1`. */
  readonly reset?: string;
  /**
   * Reads the placeholders of that name: an abbreviated interface into its whole name, an address into itself. Undefined refuses
   * the word. Placeholders without a reader take every word.
   */
  readonly values?: Readonly<Record<string, (typed: string, call: CommandCall) => string | undefined>>;
}

/** What a line changes. */
export type LineTarget = 'running' | 'candidate';

/** What one mode takes, all in `Command.syntax`. */
export interface ModeGrammar {
  /** One value each: a new line replaces the one before it. `hostname <name>`, `shutdown` */
  readonly settings?: readonly (string | SettingGrammar)[];
  /** Many side by side: `ntp server <address>`, `neighbor <address> remote-as <as>`. */
  readonly entries?: readonly string[];
  readonly sections?: readonly SectionGrammar[];
  /** The keywords of settings that are shown when they are taken back: `ip address` leaves `no ip address`. */
  readonly shownNegated?: readonly string[];
  /** The first words of this section's lines in the order in which they are shown; all others come last. */
  readonly order?: readonly string[];
}

/** A setting whose former value is not simply the line that begins with the same keywords. */
export interface SettingGrammar {
  readonly syntax: string;
  /** The lines that it replaces, and that taking it back removes, without the negation. */
  readonly replaces: RegExp;
}

/** A line that opens a section and goes into its mode. */
export interface SectionGrammar {
  /** `interface <name...>` */
  readonly syntax: string;
  readonly mode: string;
  /** Why this one cannot be taken away, in the platform's words; undefined when it can. */
  readonly keep?: (text: string, call: CommandCall) => string | undefined;
}
