import { readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { ProcessIdentity } from '@remote-lab/lab-manager';
import { isProcessAlive } from '@remote-lab/lab-manager';
import { FakeNosError } from './errors';

const POLL_MS = 10;
const DEADLINE_MS = 5_000;

/**
 * Ends a process that is not a child of this one, and waits until it holds no port any more; false when it was
 * not alive. Never touches another process that has the same id by now. Rejects with `network_stop_failed` when it
 * stays.
 */
export async function endProcess(identity: ProcessIdentity): Promise<boolean> {
  const { pid } = identity;
  const alive = await isProcessAlive(identity);
  if (alive) await kill(identity);
  for (let waited = 0; waited < DEADLINE_MS; waited += POLL_MS) {
    if (!(await isProcessAlive(identity)) && !(await hasThreads(pid))) return alive;
    await wait(POLL_MS);
  }
  if (!(await isProcessAlive(identity))) return alive;
  const message = `Network process ${pid} survives SIGKILL: look at its state with ps and end it by hand.`;
  throw new FakeNosError('network_stop_failed', message);
}

async function kill(identity: ProcessIdentity): Promise<void> {
  try {
    process.kill(identity.pid, 'SIGKILL');
  } catch (error) {
    if (!(await isProcessAlive(identity))) return;
    const message = `Network process ${identity.pid} cannot be ended by this user; end it by hand.`;
    throw new FakeNosError('network_stop_failed', message, { cause: error });
  }
}

/** Linux calls a process dead when its first thread is, but the last one closes its files. */
async function hasThreads(pid: number): Promise<boolean> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  return threads.length > 1;
}
