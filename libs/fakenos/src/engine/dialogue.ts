import type { ShellSink } from './shell-options';

/** One session on a device: bytes in, text out through the sink, everything in between synchronous. */
export interface Dialogue {
  /** Greets and prompts: `ssh host`. */
  interact(): void;
  /** Runs these lines and ends: `ssh host 'show version'`. */
  execute(command: string): void;
  input(bytes: Uint8Array): void;
  /** The client will send nothing more: what it sent is still run, then the session ends. */
  inputOver(): void;
  /** The sink takes text again. */
  resume(): void;
  resize(rows: number, columns: number): void;
  /**
   * What is typed next: a command line, a line that a command asked for, one that is not echoed (a password), or a key
   * that goes on with paged output. Absent: always a command line.
   */
  readonly awaits?: 'command' | 'answer' | 'secret' | 'key';
  /** The client is gone, nothing that is written is heard any more: timers are given back. */
  hungUp?(): void;
}

/** Whom a dialogue serves. */
export interface DialogueClient {
  readonly username: string;
  /** Size of the client's terminal; absent when it asked for none. Zero means unknown. */
  readonly terminal?: { readonly rows: number; readonly columns: number };
  readonly sink: ShellSink;
  /** The connection it came by; absent where there is none, in tests of shells. */
  readonly connection?: DialogueConnection;
  /** What is said in place of what the device would say; every shell asks it. */
  readonly overrides?: DialogueOverrides;
}

/** The connection of a client, which may have several sessions on it. */
export interface DialogueConnection {
  readonly transport: 'ssh' | 'telnet';
  /** Where the client came from. */
  readonly address: string;
  /** Breaks it off without a word. */
  hangUp(): void;
}

/** What is said in place of what a shell would say. */
export interface DialogueOverrides {
  /**
   * What to answer to a command line instead of running it: lines, with or without the last line break; undefined
   * runs it. Asked once a line, with the whole line, trimmed; not for lines that a command asked for.
   */
  answer(line: string): string | undefined;
  /** What to prompt with in place of the shell's own prompt. */
  prompt(own: string): string;
}

/** How a device answers whoever logs in: a platform's shell, or that of a platform file. Called once a session. */
export type OpenDialogue = (client: DialogueClient) => Dialogue;
