import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { childrenOf, listeningPorts } from '../support/process-tree';
import type { ServerProcess } from '../support/server-process';
import { ask } from '../support/wire';

/** Waits until the dead sessions have expired and the last lab has idled out. */
export async function quiet(server: ServerProcess, limitMs: number): Promise<void> {
  await eventually('the queue is empty', async () => (await queueLength(server)) === 0, limitMs);
  await eventually(
    'no lab process is left',
    async () => (await childrenOf(server.pid)).length === 0,
    limitMs,
  );
}

/** A sentence for each thing that is still there and should not be. */
export async function leftovers(server: ServerProcess): Promise<readonly string[]> {
  const found: string[] = [];
  const length = await queueLength(server);
  if (length !== 0) found.push(`${length} sessions`);
  for (const pid of await childrenOf(server.pid)) found.push(`child process ${pid}`);
  const own = Number(new URL(server.url).port);
  for (const port of await listeningPorts(server.pid)) if (port !== own) found.push(`open port ${port}`);
  for (const upload of await readdir(join(server.stateDir, 'staging'))) found.push(`staged upload ${upload}`);
  return found;
}

async function queueLength({ url }: ServerProcess): Promise<number> {
  const { body } = await ask(url, 'GET', '/debug/health');
  return (body as { queue_length: number }).queue_length;
}
