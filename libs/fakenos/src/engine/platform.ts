import type { FakeDevice } from '../device/fake-device';
import type { ConfigFacts } from '../configuration/config-facts';
import type { ConfigTree } from '../configuration/config-tree';
import type { ConfigEdit } from '../configuration/device-configuration';
import type { OutputFilterName } from './output-filters';

/**
 * A network operating system as data: the mirror image of what a scraping library knows about it.
 * The engine knows no platform by name; one file under `platforms/` is all that a platform is.
 */
export interface Platform {
  /** netmiko's `device_type`: `cisco_ios`, `arista_eos`, `nokia_srl`, `linux`. */
  readonly name: string;
  /** Other names that an inventory may use for it: `alcatel_sros`. */
  readonly aliases?: readonly string[];
  /** For humans: `Cisco IOS`. */
  readonly title: string;
  /** The netlab device types that this platform plays. */
  readonly netlabDevices: readonly string[];
  /** Sent once after login, before the first prompt; lines, no trailing line break. */
  readonly greeting?: (device: FakeDevice) => string;
  readonly initialMode: string;
  /** The mode in which `ssh host 'command'` runs; the initial mode when absent. */
  readonly execMode?: string;
  readonly modes: Readonly<Record<string, Mode>>;
  readonly commands: readonly Command[];
  /** One line of help for a keyword, shown by `?`; the key is the keyword or its whole path (`show ip`). */
  readonly help: Readonly<Record<string, string>>;
  /**
   * The output filters that `?` offers after a pipe, with a line of help each; those it does not offer work too.
   */
  readonly filters?: Readonly<Partial<Record<OutputFilterName, string>>>;
  readonly refusals: Refusals;
  readonly paging?: Paging;
  /** What its interfaces are called where no topology says so. */
  readonly ports?: PlatformPorts;
  /** How its configuration is written and read; absent where it is not kept. */
  readonly configuration?: PlatformConfiguration;
  /** How it lets people in, where that is not usual. */
  readonly login?: PlatformLogin;
}

export interface PlatformPorts {
  /** The nth one, counted from 1. */
  readonly ethernet: (number: number) => string;
  readonly management: string;
  /** Absent for hosts. */
  readonly loopback?: string;
}

export interface PlatformConfiguration {
  /** The whole configuration of a device that nobody has touched. */
  readonly initial: (device: FakeDevice) => ConfigTree;
  /** What a configuration means. What it does not know means nothing; never throws. */
  readonly read: (tree: ConfigTree) => ConfigFacts;
  /** `show running-config` as it goes into a file: SFTP, SCP and archives. Ends with a line break. */
  readonly print: (tree: ConfigTree, device: FakeDevice) => string;
}

export interface PlatformLogin {
  /** The user that a typed name means: RouterOS takes options after a plus, `admin+ct80w`. */
  readonly userOf?: (typed: string) => string;
  /** SSH asks for nothing; the session begins with these prompts for name and password: Dell PowerConnect. */
  readonly inSession?: LoginPrompts;
  /** What Telnet asks with; `Username: ` and `Password: ` when absent. */
  readonly prompts?: LoginPrompts;
  /** What a wrong login hears where the session asks; `% Login invalid` when absent. */
  readonly refusal?: string;
}

export interface LoginPrompts {
  readonly username: string;
  readonly password: string;
}

export interface Mode {
  readonly prompt: (device: FakeDevice, session: ShellSession) => string;
  /** `abbreviated`: any unique prefix of a keyword will do. `exact`: a Unix shell, with its quotes, pipes and `&&`. */
  readonly words: 'abbreviated' | 'exact';
  /** The variables of a Unix shell by name: `HOME`. Those that a line sets hide them. */
  readonly environment?: (device: FakeDevice, session: ShellSession) => Readonly<Record<string, string>>;
  /** Unknown commands are also looked up in this mode (a configuration sub-mode accepts its parent's). */
  readonly fallback?: string;
  /** What Ctrl-C does, as a command line (`end`); when absent it only gives up the line. */
  readonly ctrlC?: string;
  /** What Ctrl-Z does, as a command line (`end`); nothing when absent. */
  readonly ctrlZ?: string;
  /** What Ctrl-D on an empty line does, as a command line (`exit`). */
  readonly ctrlD?: string;
}

/** What one login remembers; handlers may write `variables`. */
export interface ShellSession {
  readonly username: string;
  readonly mode: string;
  /** Modes below the current one, outermost first; a mode change to one of them unwinds to it. */
  readonly stack: readonly string[];
  /** Screen lines before a `--More--`; 0 switches paging off. */
  readonly pageLines: number;
  readonly pageColumns: number;
  /** Exit status of the last line. */
  readonly status: number;
  /**
   * Free for the platform's handlers: the interface being configured, the `cd` of a shell. A Unix shell keeps its own
   * under `$NAME`.
   */
  readonly variables: Map<string, string>;
  /** The sections that are open in the current mode, outermost first: `['interface Ethernet1']`. */
  readonly path: readonly string[];
  /** Changes not yet committed, in order; handlers may push, and empty it. */
  readonly edits: ConfigEdit[];
  /** The sections that were open in that mode when the session went on from it; none when it is not on the stack. */
  pathIn(mode: string): readonly string[];
}

export interface Command {
  /**
   * Keywords and placeholders: `show ip interface brief`, `terminal length <lines:0-512>`, `interface <name...>`.
   * `<x>` is one word, `<x:0-512>` a number in that range, `<x...>` the rest of the line, `[word]` an optional
   * keyword or placeholder.
   */
  readonly syntax: string;
  /** Modes in which it is known. */
  readonly modes: readonly string[];
  readonly run: (call: CommandCall) => CommandOutcome;
}

export interface CommandCall {
  readonly device: FakeDevice;
  readonly session: ShellSession;
  /** Values of the placeholders by name; an optional keyword that was given has its own name as value. */
  readonly args: Readonly<Record<string, string>>;
  /** The line as typed, trimmed; a Unix shell's command without its quotes and redirections. */
  readonly line: string;
  /** The words of the line, the command's own first, without quotes. */
  readonly words: readonly string[];
  /** What comes through a Unix shell's pipe; undefined when the command reads the client's input. */
  readonly input?: string;
}

/** A plain string is its output. Line breaks are `\n`; the engine sends `\r\n`. */
export type CommandOutcome = string | CommandEffect;

export interface CommandEffect {
  readonly output?: string;
  /** Goes to the error stream, after the output; the same as output where the client has a terminal. */
  readonly error?: string;
  /** Goes to this mode: unwinds when it is on the stack, pushes otherwise. */
  readonly mode?: string;
  /** Whom the session acts as in the mode that it goes to, until it leaves that: `sudo -s`. */
  readonly username?: string;
  /** Unwinds to this mode first, when it is on the stack: a section of another mode is left by what opens one beside it. */
  readonly within?: string;
  /** The sections open from now on; a mode change without it opens none in a new mode; back in a mode, those from before are open again. */
  readonly path?: readonly string[];
  /** Leaves the current mode for the one below; at the bottom closes the session. */
  readonly leave?: true;
  /** Ends the session. */
  readonly close?: true;
  readonly pageLines?: number;
  readonly pageColumns?: number;
  /** The value of an argument that names nothing here, refused like an unknown word; excludes all else. */
  readonly unknown?: string;
  /** Exit status of an exec channel; 0 when absent. */
  readonly status?: number;
  /** Runs this line as if it had been typed in that mode, its output after ours: `do show version`, `sudo ip link`. */
  readonly redirect?: { readonly mode: string; readonly line: string };
  /**
   * Runs these lines in a session of its own, begun in that mode, until one fails; its output and status are this
   * command's, all else ends with it: `sh -c 'ip link'`, `vtysh -c "show version"`.
   */
  readonly script?: { readonly mode: string; readonly lines: readonly string[]; readonly username?: string };
  /** Asks for a line, shown as it is typed or not (an enable password), then goes on with it. */
  readonly ask?: {
    readonly prompt: string;
    readonly echo: boolean;
    readonly then: (answer: string) => CommandOutcome;
  };
}

/** How the platform words what it does not accept. */
export interface Refusals {
  readonly unknown: (call: RefusalCall) => string;
  readonly incomplete: (call: RefusalCall) => string;
  readonly ambiguous: (call: RefusalCall) => string;
}

export interface RefusalCall {
  readonly device: FakeDevice;
  readonly session: ShellSession;
  /** The mode that refuses: not that of the session when the line was handed on (`do show foo`). */
  readonly mode: string;
  /** The line as that mode was given it. */
  readonly line: string;
  /** Where it stops making sense, counted from 0 within `line`. */
  readonly column: number;
  /** What stands before `line` on the screen, for a marker below it: the prompt and, handed on, words such as `do`. */
  readonly promptLength: number;
}

export interface Paging {
  /** Printed at the bottom of a full screen: ` --More-- `. */
  readonly prompt: string;
  readonly defaultLines: number;
}
