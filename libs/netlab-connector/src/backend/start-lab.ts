import type { BackendCall } from '@remote-lab/lab-manager';
import type { TopologyBundle } from '@remote-lab/topology';
import { DEVICES_FILE_SETTING } from '../inspect/devices-file';
import type { LabPlaces } from '../lab-folder/lab-places';
import { keepPlan } from '../lab-folder/lab-plan';
import { TOPOLOGY_FILE, writeBundle } from '../lab-folder/write-bundle';
import { netlabFailure } from '../netlab-failure';
import { refusalOf } from '../reader/refusal-of';
import { blameForeignLab, refuseBesideForeignLab, refuseSameName } from './find-foreign-labs';
import type { LabHost } from './lab-host';
import { nameSetting } from './lab-name';
import { lookAtLab } from './lab-remains';
import { runWatched } from './run-watched';

/**
 * Throws NetlabError `foreign_lab` while another lab is in the way of this one, `netlab_unusable` when nobody can tell.
 * Writes nothing and starts nothing, so that there is nothing to remove either.
 */
export async function refuseToStart(lab: LabPlaces, host: LabHost): Promise<void> {
  await refuseBesideForeignLab(host);
  await refuseSameName(lab, host);
}

/**
 * Lays the lab's folder and has netlab build the lab in it; what is there after a failure stays. Throws TopologyError
 * `invalid_topology` when netlab refuses the topology, NetlabError `foreign_lab` when it refuses because of another lab, else
 * `netlab_failed`, `netlab_timeout`, or the signal's reason.
 */
export async function startLab(
  lab: LabPlaces,
  bundle: TopologyBundle,
  host: LabHost,
  { signal, onOutput }: BackendCall,
): Promise<void> {
  const { folder, copy } = lab;
  await writeBundle(copy, bundle);
  for (const path of await writeBundle(folder, bundle)) {
    onOutput(`Left out ${path}: netlab makes a file of that name itself.`);
  }
  const args = ['up', ...nameSetting(lab), TOPOLOGY_FILE];
  const result = await runWatched(host.runner, args, {
    cwd: folder,
    signal,
    onLine: onOutput,
    environment: DEVICES_FILE_SETTING,
  });
  await keepPlan(lab);
  signal.throwIfAborted();
  if (result.exitCode === 0) return;
  if (result.signal !== undefined) throw netlabFailure(args, result);
  const { lock, entry } = await lookAtLab(lab, host);
  // What netlab refused before it noted the lab is the topology's fault; anything later is the lab's.
  if (lock || entry) throw await blameForeignLab(netlabFailure(args, result), host);
  await refuseBesideForeignLab(host, result.tail);
  throw refusalOf({ ...result, folder, bundle });
}
