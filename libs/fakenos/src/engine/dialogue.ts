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
}

/** Whom a dialogue serves. */
export interface DialogueClient {
  readonly username: string;
  /** Size of the client's terminal; absent when it asked for none. Zero means unknown. */
  readonly terminal?: { readonly rows: number; readonly columns: number };
  readonly sink: ShellSink;
}

/** How a device answers whoever logs in: a platform's shell, or that of a platform file. Called once a session. */
export type OpenDialogue = (client: DialogueClient) => Dialogue;
