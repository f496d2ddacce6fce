import { access, copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { isMapping, textAt } from '../inspect/mapping';
import type { LabPlaces } from './lab-places';

/** What netlab told containerlab to build. */
export interface LabPlan {
  /** The network that the containers are managed through. */
  readonly network: string | undefined;
  /** How many containers the lab has when all of it runs. */
  readonly containers: number;
}

/** netlab's name for its topology for containerlab. */
export const CLAB_FILE = 'clab.yml';
/** netlab makes this just before it starts anything, and removes it when all is stopped. */
export const LOCK_FILE = 'netlab.lock';

/** Kinds of containerlab nodes that are no containers. */
const NO_CONTAINER = ['bridge', 'ovs-bridge', 'host'];

/** Keeps the plan of a lab that has begun to be built; a lab without containers has none. */
export async function keepPlan({ folder, plan }: LabPlaces): Promise<void> {
  const found = await Promise.all([isThere(join(folder, LOCK_FILE)), isThere(join(folder, CLAB_FILE))]);
  if (!found.every(Boolean)) return;
  await mkdir(dirname(plan), { recursive: true, mode: 0o700 });
  await copyFile(join(folder, CLAB_FILE), plan);
}

/** A plan out of a file; undefined when there is none, or none that can be understood. */
export async function readPlan(file: string): Promise<LabPlan | undefined> {
  const data = parsed(await readFile(file, 'utf8').catch(() => ''));
  if (!isMapping(data)) return undefined;
  const mgmt = data['mgmt'];
  const topology = data['topology'];
  const nodes = isMapping(topology) ? topology['nodes'] : undefined;
  return {
    network: isMapping(mgmt) ? textAt(mgmt, 'network') : undefined,
    containers: isMapping(nodes) ? Object.values(nodes).filter(isContainer).length : 0,
  };
}

/** Whether there is something of that name; what cannot be looked at is not there. */
export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function isContainer(node: unknown): boolean {
  return !(isMapping(node) && NO_CONTAINER.includes(textAt(node, 'kind') ?? ''));
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : load(text);
  } catch {
    return undefined;
  }
}
