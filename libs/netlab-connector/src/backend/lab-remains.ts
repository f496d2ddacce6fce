import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../errors';
import type { LabPlaces } from '../lab-folder/lab-places';
import { readStatusFile } from '../lab-folder/status-file';
import type { ContainerEngine, LabContainer } from './container-engine';
import { labBridges } from './lab-bridges';

/** What is there of a lab. netlab's exit codes prove nothing; this does. */
export interface LabRemains {
  /** The folder in which netlab ran. */
  readonly folder: boolean;
  /** The copy of the bundle. */
  readonly copy: boolean;
  /** What `netlab down` reads; without it there is nothing it can do. */
  readonly snapshot: boolean;
  readonly lock: boolean;
  /** netlab's status file names the folder. */
  readonly entry: boolean;
  readonly containers: readonly LabContainer[];
  readonly bridges: readonly string[];
  /** Why it is not known whether there is more. */
  readonly unknown: readonly string[];
}

/** Where {@link lookAtLab} looks. */
export interface RemainsSources {
  readonly engine: Pick<ContainerEngine, 'list'>;
  readonly statusFile: string;
  readonly interfaces: string;
}

const SNAPSHOTS = ['netlab.snapshot.pickle', 'netlab.snapshot.yml'];

/** Looks for everything a lab leaves. */
export async function lookAtLab(lab: LabPlaces, sources: RemainsSources): Promise<LabRemains> {
  const unknown: string[] = [];
  const orUnknown = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    work.catch((error: unknown) => {
      unknown.push(messageOf(error));
      return otherwise;
    });
  const usesContainers = await exists(join(lab.folder, 'clab.yml'));
  const [folder, copy, lock, snapshots, entries, containers, bridges] = await Promise.all([
    exists(lab.folder),
    exists(lab.copy),
    exists(join(lab.folder, 'netlab.lock')),
    Promise.all(SNAPSHOTS.map((name) => exists(join(lab.folder, name)))),
    orUnknown(readStatusFile(sources.statusFile), []),
    sources.engine.list(lab.lab).catch((error: unknown) => {
      // A host for virtual machines may have a container engine that is switched off.
      if (usesContainers) unknown.push(messageOf(error));
      return [];
    }),
    labBridges(lab.lab, sources.interfaces),
  ]);
  const entry = entries.some(({ dir }) => dir === lab.folder);
  return { folder, copy, lock, snapshot: snapshots.includes(true), entry, containers, bridges, unknown };
}

/** Whether something of the lab runs, or keeps another from starting; folders alone do not. */
export function isGone(remains: LabRemains): boolean {
  return describeRemains(remains).length === 0;
}

/** A phrase for each thing that is left. */
export function describeRemains(remains: LabRemains): readonly string[] {
  const { containers, bridges, entry, lock, snapshot, unknown } = remains;
  const names = containers.map(({ name }) => name);
  return [
    ...(names.length > 0 ? [`containers ${names.join(', ')}`] : []),
    ...(bridges.length > 0 ? [`bridges ${bridges.join(', ')}`] : []),
    ...(entry ? ["an entry in netlab's status file"] : []),
    ...(lock ? ['the lock netlab.lock'] : []),
    ...(snapshot ? ["netlab's snapshot"] : []),
    ...unknown,
  ];
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
