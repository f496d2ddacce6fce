import type { FakeDevice } from '../device/fake-device';
import type { Logger } from '../logger';
import type { CommandTree } from './command-tree';
import type { DialogueOverrides } from './dialogue';

/** The other end of a shell. */
export interface ShellSink {
  /** Takes text for the client, on its error stream if told so; false asks to be left alone until `Shell.resume`. */
  write(text: string, stream?: 'error'): boolean;
  /** The session is over; called once, nothing is written after it. */
  end(status: number): void;
}

/** What a shell runs on and whom it serves. */
export interface ShellOptions {
  readonly device: FakeDevice;
  readonly tree: CommandTree;
  readonly username: string;
  /** Size of the client's terminal; absent when it asked for none. Zero means unknown. */
  readonly terminal?: { readonly rows: number; readonly columns: number };
  readonly sink: ShellSink;
  readonly logger: Logger;
  readonly overrides?: DialogueOverrides;
}
