import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';

/** Exported by this package as built JavaScript only: a child process runs no TypeScript, also when its parent does. */
const PROGRAM = '@remote-lab/fakenos/network-process';

/** Starts the program of a network's process; the one place of this library that starts processes. */
export function launchNetworkProcess(): ChildProcess {
  // Flags of this process (an inspector's port, a test runner's loader) are not the network's.
  return fork(require.resolve(PROGRAM), [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
}
