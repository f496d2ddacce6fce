import { rm } from 'node:fs/promises';
import type { NetlabRunner } from '../netlab-runner';
import type { LabPlaces } from './lab-places';
import { removeTree } from './remove-tree';

/** Removes what lies on disk of a lab that has gone. The copy goes last: by it an interrupted removal is found again. */
export async function removeFolders(
  { folder, copy, plan }: LabPlaces,
  runner: Pick<NetlabRunner, 'tool'>,
): Promise<void> {
  await removeTree(folder, runner);
  await rm(plan, { force: true });
  await removeTree(copy, runner);
}
