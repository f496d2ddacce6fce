import { readdir } from 'node:fs/promises';
import type { BackendCall, LabRecord, ReclaimReport } from '@remote-lab/lab-manager';
import { messageOf, NetlabError } from '../errors';
import { labPlaces } from '../lab-folder/lab-places';
import { removeFolders } from '../lab-folder/remove-folders';
import { removeTree } from '../lab-folder/remove-tree';
import { findAllForeignLabs } from './find-foreign-labs';
import { describeForeignLab } from './foreign-labs';
import type { LabHost } from './lab-host';
import { isGone, lookAtLab } from './lab-remains';
import { reclaimForeign } from './reclaim-foreign';
import { removeLab } from './remove-lab';

/** What is to be reclaimed. */
export interface ReclaimOrder {
  /** The lab that a dead server's record names; others of ours are found by their folders. */
  readonly record: LabRecord | undefined;
  /** A lab that stays. */
  readonly kept: LabRecord | undefined;
  /** Whether labs that we did not start go as well. */
  readonly foreignToo: boolean;
}

/**
 * Tears down every lab of ours that is left, whether a record tells of it or not, and names those of others. Throws NetlabError
 * `lab_left_over` when all were tried and some resist.
 */
export async function reclaimLabs(
  { record, kept, foreignToo }: ReclaimOrder,
  host: LabHost,
  { attempt = 1, onOutput }: BackendCall,
): Promise<ReclaimReport> {
  const strays = await host.runner.endStrays();
  const reclaimed = strays > 0 ? [`processes of netlab that went on without their server: ${strays}`] : [];
  const generations = new Set(await generationsIn(host));
  if (record !== undefined) generations.add(record.generation);
  if (kept !== undefined) generations.delete(kept.generation);
  const stuck: unknown[] = [];
  for (const generation of generations) {
    try {
      reclaimed.push(...(await reclaimOne(generation, host, attempt, onOutput)));
    } catch (error) {
      // One that resists is no reason to leave the others.
      stuck.push(error);
    }
  }
  if (stuck.length > 0)
    throw new NetlabError('lab_left_over', stuck.map(messageOf).join(' '), { cause: stuck[0] });
  await removeTree(host.folders.scratch, host.runner);
  const foreign = await findAllForeignLabs(host);
  if (!foreignToo) return { reclaimed, foreign: foreign.map(describeForeignLab) };
  const rest = await reclaimForeign(foreign, host, onOutput);
  return { reclaimed: [...reclaimed, ...rest.reclaimed], foreign: rest.foreign };
}

async function reclaimOne(
  generation: number,
  host: LabHost,
  attempt: number,
  onOutput: (line: string) => void,
): Promise<readonly string[]> {
  const lab = labPlaces(host.folders, generation);
  const remains = await lookAtLab(lab, host);
  const { folder } = remains;
  await removeLab(lab, host, { attempt, onOutput });
  await removeFolders(lab, host.runner);
  if (!isGone(remains)) return [`lab ${lab.lab} in ${lab.folder}, torn down`];
  return folder ? [`the folder ${lab.folder} of a lab that was not up`] : [];
}

async function generationsIn({ folders }: LabHost): Promise<readonly number[]> {
  const { labs, copies } = folders;
  const names = await Promise.all([labs, copies].map((folder) => readdir(folder).catch(() => [])));
  return [...new Set(names.flat())].filter((name) => /^\d{1,13}$/.test(name)).map(Number);
}
