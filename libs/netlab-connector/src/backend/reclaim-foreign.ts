import { dirname, join } from 'node:path';
import type { ReclaimReport } from '@remote-lab/lab-manager';
import { codeOf, messageOf } from '../errors';
import { CLAB_FILE, isThere } from '../lab-folder/lab-plan';
import { forgetFolders } from '../lab-folder/status-file';
import type { ContainerEngine, LabContainer } from './container-engine';
import { describeForeignLab, type ForeignLab } from './foreign-labs';
import { labBridges, removeBridges } from './lab-bridges';
import type { LabHost } from './lab-host';
import { managementNetworks } from './management-networks';

/**
 * Tears down labs that this server did not start, which the operator asked for: with netlab in their folders, else by
 * removing their containers and netlab's note of them. Their folders stay.
 */
export async function reclaimForeign(
  labs: readonly ForeignLab[],
  tools: LabHost,
  onOutput: (line: string) => void,
): Promise<ReclaimReport> {
  const reclaimed: string[] = [];
  const foreign: string[] = [];
  for (const lab of labs) {
    const trouble = await tearDown(lab, tools, onOutput);
    if (trouble === undefined) reclaimed.push(tornDown(lab));
    else foreign.push(`${describeForeignLab(lab)} It could not be reclaimed: ${trouble}`);
  }
  return { reclaimed, foreign };
}

function tornDown({ dir, instance }: ForeignLab): string {
  const words = `the lab in ${dir} that this server did not start, torn down`;
  if (instance !== undefined) return words;
  // Where that user's netlab keeps its notes cannot be known from here.
  return `${words}; its user's own notes of it may remain: as that user, "netlab status --reset" deletes them, or delete ~/.netlab/status.yaml`;
}

async function tearDown(
  { dir }: ForeignLab,
  host: LabHost,
  onOutput: (line: string) => void,
): Promise<string | undefined> {
  const { runner, engine, statusFile, interfaces, downTimeoutMs } = host;
  const containersHere = async () =>
    (await listAll(engine)).filter(({ topologyFile }) => dirname(topologyFile) === dir);
  try {
    const before = await containersHere();
    const networks = await managementNetworks([join(dir, CLAB_FILE)], before);
    if (await isThere(dir)) {
      const timeout = downTimeoutMs === undefined ? {} : { timeoutMs: downTimeoutMs };
      const call = { cwd: dir, onLine: onOutput, expectedFailure: true, ...timeout };
      await runner.run(['down', '--cleanup', '--force'], call);
    }
    await engine.remove(await containersHere());
    for (const lab of new Set(before.map((container) => container.lab))) {
      await removeBridges(runner, await labBridges(lab, interfaces));
    }
    for (const network of networks) await engine.removeNetwork(network);
    await forgetFolders(statusFile, (each) => each === dir);
    const left = await containersHere();
    return left.length === 0 ? undefined : `containers left: ${left.map(({ name }) => name).join(', ')}`;
  } catch (error) {
    return messageOf(error);
  }
}

/** Where there is no engine there are no containers; one that does not answer is another matter. */
async function listAll(engine: ContainerEngine): Promise<readonly LabContainer[]> {
  return engine.list().catch((error: unknown) => {
    if (codeOf(error) === 'netlab_missing') return [];
    throw error;
  });
}
