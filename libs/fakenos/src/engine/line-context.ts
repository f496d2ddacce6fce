import type { FakeDevice } from '../device/fake-device';
import type { CommandTree } from './command-tree';
import type { ShellSession } from './platform';

/** What a line runs against. */
export interface LineContext {
  readonly tree: CommandTree;
  readonly device: FakeDevice;
  readonly session: ShellSession;
  /** Length of the prompt on the screen, for markers below the line. */
  readonly promptLength: number;
  /** Told of a platform's handler that threw; the session sees a neutral line instead. */
  readonly onFault: (error: unknown, line: string) => void;
}
