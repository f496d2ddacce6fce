import { dirname, join } from 'node:path';
import { codeOf, messageOf } from '../errors';
import type { LabPlaces } from '../lab-folder/lab-places';
import { CLAB_FILE, isThere, LOCK_FILE } from '../lab-folder/lab-plan';
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
  /** What that file says the lab is doing; `started` when all of it is done. */
  readonly status: string | undefined;
  readonly containers: readonly LabContainer[];
  readonly bridges: readonly string[];
  /** Why it is not known whether there is more. */
  readonly unknown: readonly string[];
  /** What may run without there being a way to see it, so that only netlab can tell and must not be made to forget it. */
  readonly unseen: string | undefined;
}

/** Where {@link lookAtLab} looks. */
export interface RemainsSources {
  readonly engine: Pick<ContainerEngine, 'list'>;
  readonly statusFile: string;
  readonly interfaces: string;
}

const SNAPSHOTS = ['netlab.snapshot.pickle', 'netlab.snapshot.yml'];
/** What netlab writes for virtual machines. */
const VAGRANT_FILE = 'Vagrantfile';

/** Whether netlab knows a lab in this folder: it can inspect it, and stop it. */
export async function hasSnapshot({ folder }: LabPlaces): Promise<boolean> {
  return (await Promise.all(SNAPSHOTS.map((name) => isThere(join(folder, name))))).includes(true);
}

/** Looks for everything a lab leaves. */
export async function lookAtLab(lab: LabPlaces, sources: RemainsSources): Promise<LabRemains> {
  const inFolder = (name: string): Promise<boolean> => isThere(join(lab.folder, name));
  const [folder, copy, plan, lock, snapshot, clab, vagrant] = await Promise.all([
    isThere(lab.folder),
    isThere(lab.copy),
    isThere(lab.plan),
    inFolder(LOCK_FILE),
    hasSnapshot(lab),
    inFolder(CLAB_FILE),
    inFolder(VAGRANT_FILE),
  ]);
  const unknown: string[] = [];
  const [noted, listed, bridges] = await Promise.all([
    readStatusFile(sources.statusFile).then(
      (entries) => ({ entry: entries.find(({ dir }) => dir === lab.folder) }),
      (error: unknown) => ({ entry: undefined, error }),
    ),
    sources.engine.list(lab.lab).then(
      (containers) => ({ containers: containers.filter((one) => isOf(lab, one)) }),
      (error: unknown) => ({ containers: [], error }),
    ),
    // A bridge tells nothing of its owner but a name, so it counts only for a lab that has been begun here.
    folder || copy ? labBridges(lab.lab, sources.interfaces) : [],
  ]);
  // Only a lab that had containers has any to be asked for: a host for virtual machines may have no engine that works.
  const cannotAsk = 'error' in listed && (plan || (clab && lock));
  if (cannotAsk && codeOf(listed.error) !== 'netlab_missing') unknown.push(messageOf(listed.error));
  // netlab can have noted nothing of a lab that was never laid, so its notes need not be readable for that.
  const isLaid = folder || copy || plan || listed.containers.length > 0;
  if ('error' in noted && isLaid) unknown.push(messageOf(noted.error));
  const unseen = cannotAsk ? 'containers' : vagrant && lock ? 'virtual machines' : undefined;
  const { entry } = noted;
  const status = entry?.status;
  const { containers } = listed;
  return {
    folder,
    copy,
    snapshot,
    lock,
    entry: entry !== undefined,
    status,
    containers,
    bridges,
    unknown,
    unseen,
  };
}

/** A lab of another server may have the same name; its containers were described elsewhere, or nobody knows where. */
function isOf({ folder }: LabPlaces, { topologyFile }: LabContainer): boolean {
  return dirname(topologyFile) === folder;
}

/** Whether something of the lab runs, or keeps another from starting; folders alone do not. */
export function isGone(remains: LabRemains): boolean {
  return describeRemains(remains).length === 0;
}

/** Whether the lab was noted by netlab, but nothing of it was ever started: netlab makes the lock first. */
export function isOnlyNoted({ lock, containers, bridges, unknown, unseen }: LabRemains): boolean {
  return !lock && unseen === undefined && [containers, bridges, unknown].every(({ length }) => length === 0);
}

/** Whether there is nothing but files in the lab's folder that keep netlab from starting there: no lab that they tell of. */
export function isOnlyFiles({ entry, containers, bridges, unknown, unseen }: LabRemains): boolean {
  return !entry && unseen === undefined && [containers, bridges, unknown].every(({ length }) => length === 0);
}

/** A phrase for each thing that is left. */
export function describeRemains(remains: LabRemains): readonly string[] {
  const { containers, bridges, entry, lock, snapshot, unknown } = remains;
  const names = containers.map(({ name }) => name);
  const left = [
    ...(names.length > 0 ? [`containers ${names.join(', ')}`] : []),
    ...(bridges.length > 0 ? [`bridges ${bridges.join(', ')}`] : []),
    ...(entry ? ["an entry in netlab's status file"] : []),
    ...(lock ? ['the lock netlab.lock'] : []),
    ...unknown.map((why) => why.replace(/\.$/, '')),
  ];
  // A snapshot alone is a file as any other: netlab had not begun with the lab, or has ended it.
  return snapshot && left.length > 0 ? [...left, "netlab's snapshot"] : left;
}
