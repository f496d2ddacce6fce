import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from '../errors';
import type { TreeDoor } from './end-tree';
import { launchProcess } from './launch-process';
import { readProcessTable } from './process-table';

/** The processes of this machine; members of the tree carry `marker`, a `NAME=value` of their environment. */
export function systemTreeDoor(marker: string, environment: Readonly<Record<string, string>>): TreeDoor {
  return {
    readTable: () => readProcessTable(marker),
    now: () => performance.now(),
    wait: (milliseconds) => wait(milliseconds),
    async send(pids, signal) {
      const refused = pids.filter((pid) => !sendOne(pid, signal));
      // What sudo runs for netlab belongs to root; only sudo can end it.
      if (refused.length > 0) await sendAsRoot(refused, signal, environment);
    },
  };
}

/** False when this user may not. */
function sendOne(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
  } catch (error) {
    return codeOf(error) !== 'EPERM';
  }
  return true;
}

async function sendAsRoot(
  pids: readonly number[],
  signal: NodeJS.Signals,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const args = ['-n', 'kill', '-s', signal.slice('SIG'.length), ...pids.map(String)];
  const child = launchProcess({ program: 'sudo', args, cwd: '/', environment });
  // Whether it worked shows in the next look at the table.
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}
