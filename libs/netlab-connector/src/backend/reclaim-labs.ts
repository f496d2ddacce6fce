import { readdir } from 'node:fs/promises';
import type { BackendCall, LabRecord, ReclaimReport } from '@remote-lab/lab-manager';
import { labPlaces } from '../lab-folder/lab-places';
import { removeTree } from '../lab-folder/remove-tree';
import { findAllForeignLabs } from './find-foreign-labs';
import { describeForeignLab } from './foreign-labs';
import type { LabHost } from './lab-host';
import { lookAtLab } from './lab-remains';
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

/** Tears down every lab of ours that is left, whether a record tells of it or not, and names those of others. */
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
  for (const generation of generations) {
    reclaimed.push(...(await reclaimOne(generation, host, attempt, onOutput)));
  }
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
  const { folder, snapshot, containers } = await lookAtLab(lab, host);
  await removeLab(lab, host, { attempt, onOutput });
  await removeTree(lab.folder, host.runner);
  await removeTree(lab.copy, host.runner);
  if (snapshot || containers.length > 0) return [`lab ${lab.lab} in ${lab.folder}, torn down`];
  return folder ? [`the folder ${lab.folder} of a lab that was not up`] : [];
}

async function generationsIn({ folders }: LabHost): Promise<readonly number[]> {
  const { labs, copies } = folders;
  const names = await Promise.all([labs, copies].map((folder) => readdir(folder).catch(() => [])));
  return [...new Set(names.flat())].filter((name) => /^\d{1,13}$/.test(name)).map(Number);
}
