import type { BackendCall } from '@remote-lab/lab-manager';
import type { TopologyBundle } from '@remote-lab/topology';
import { join } from 'node:path';
import { TOPOLOGY_FILE, writeBundle } from '../lab-folder/write-bundle';
import { netlabFailure } from '../netlab-failure';
import { refusalOf } from '../reader/refusal-of';
import { makeScratchFolder } from '../reader/scratch-folder';
import { refuseBesideForeignLab } from './find-foreign-labs';
import type { LabHost } from './lab-host';
import { runWatched } from './run-watched';

/**
 * Has netlab make everything of a lab but the lab itself, templates included, in a folder that is gone afterwards. Throws
 * TopologyError `invalid_topology` with netlab's words, NetlabError `foreign_lab` while somebody else's lab would keep it
 * from being built.
 */
export async function rehearseTopology(
  bundle: TopologyBundle,
  host: LabHost,
  { signal, onOutput }: BackendCall,
): Promise<void> {
  const { runner, folders } = host;
  await refuseBesideForeignLab(host);
  await using scratch = await makeScratchFolder(folders.scratch, { runner, onLeft: onOutput });
  const folder = join(scratch.path, 'lab');
  await writeBundle(folder, bundle);
  const result = await runWatched(runner, ['create', TOPOLOGY_FILE], {
    cwd: folder,
    signal,
    onLine: onOutput,
  });
  if (result.signal !== undefined) throw netlabFailure(['create'], result);
  if (result.exitCode !== 0) throw refusalOf({ ...result, folder, bundle });
}
