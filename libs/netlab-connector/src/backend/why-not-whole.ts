import { join } from 'node:path';
import type { LabPlaces } from '../lab-folder/lab-places';
import { CLAB_FILE, readPlan } from '../lab-folder/lab-plan';
import type { LabRemains } from './lab-remains';

/** Why a lab is not as `netlab up` leaves one; undefined when it is. */
export async function whyNotWhole(
  { folder }: Pick<LabPlaces, 'folder'>,
  remains: LabRemains,
): Promise<string | undefined> {
  const { snapshot, lock, status, containers, unknown } = remains;
  if (unknown.length > 0) return `its state is not known: ${unknown.join('; ')}`;
  if (!remains.folder || !snapshot) return 'its folder or snapshot is gone';
  if (!remains.entry) return 'netlab knows of no lab in its folder';
  if (status !== 'started' || !lock)
    return `its start had not finished (netlab's status: ${status ?? 'none'})`;
  const stopped = containers.filter(({ isRunning }) => !isRunning).map(({ name }) => name);
  if (stopped.length > 0) return `its containers ${stopped.join(', ')} have stopped`;
  const expected = (await readPlan(join(folder, CLAB_FILE)))?.containers ?? 0;
  if (containers.length < expected) return `it has ${containers.length} of its ${expected} containers`;
  return undefined;
}
