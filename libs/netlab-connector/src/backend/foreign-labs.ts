import { basename, dirname } from 'node:path';
import type { LabFolders } from '../lab-folder/lab-places';
import { generationOf } from '../lab-folder/lab-places';
import { CLAB_FILE } from '../lab-folder/lab-plan';
import type { StatusEntry } from '../lab-folder/status-file';
import type { LabContainer } from './container-engine';

/** A lab on this host that this server did not start. */
export interface ForeignLab {
  /** netlab's working directory. */
  readonly dir: string;
  /** Its key in netlab's status file; absent for one that another user started. */
  readonly instance?: string;
  /** Names of its containers, as far as they are known. */
  readonly containers: readonly string[];
}

/** The labs of others among what netlab's status file and the container engine list. */
export function foreignLabs(
  folders: LabFolders,
  entries: readonly StatusEntry[],
  containers: readonly LabContainer[],
): readonly ForeignLab[] {
  const isForeign = (dir: string): boolean => generationOf(folders, dir) === undefined;
  const known = entries.filter(({ dir }) => isForeign(dir));
  // Labs that were started without netlab use other names.
  const netlabs = containers.filter(({ topologyFile }) => basename(topologyFile) === CLAB_FILE);
  const namesIn = (dir: string): readonly string[] =>
    netlabs.filter(({ topologyFile }) => dirname(topologyFile) === dir).map(({ name }) => name);
  const others = new Set(
    netlabs
      .map(({ topologyFile }) => dirname(topologyFile))
      .filter((dir) => isForeign(dir) && !known.some((entry) => entry.dir === dir)),
  );
  return [
    ...known.map(({ dir, instance }) => ({ dir, instance, containers: namesIn(dir) })),
    ...[...others].map((dir) => ({ dir, containers: namesIn(dir) })),
  ];
}

/** What an operator must know about it, and can do. */
export function describeForeignLab({ dir, instance, containers }: ForeignLab): string {
  const by = instance === undefined ? 'another user' : `instance ${instance}`;
  const place = dir === '' ? 'an unknown folder' : dir;
  const running = containers.length === 0 ? '' : `, with containers ${containers.join(', ')}`;
  return (
    `A netlab lab that this server did not start is in ${place} (${by}${running}). ` +
    `Stop it there with "netlab down --cleanup", or start this server once with --reclaim.`
  );
}
