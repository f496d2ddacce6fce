import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from '../errors';
import type { TreeDoor } from './end-tree';
import { launchProcess } from './launch-process';
import { processTableReader } from './process-table';

/** What sudo may take; one that waits for a directory server must not keep an ending from going on. */
const SUDO_MS = 5_000;

/**
 * The processes of this machine but this one; members of the tree carry `marker`, a `NAME=value` of their environment.
 * `environment` is that of the helper that sends signals to other users' processes. One
 * door is for one ending: it remembers what it has seen.
 */
export function systemTreeDoor(marker: string, environment: Readonly<Record<string, string>>): TreeDoor {
  const readAll = processTableReader(marker);
  return {
    // Whatever this process inherited, it never ends itself.
    readTable: async () => (await readAll()).filter(({ pid }) => pid !== process.pid),
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
    const timer = setTimeout(() => child.kill('SIGKILL'), SUDO_MS).unref();
    const finish = (): void => {
      clearTimeout(timer);
      resolve();
    };
    child.once('error', finish);
    child.once('exit', finish);
  });
}
