import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { isMapping, textAt } from '../inspect/mapping';
import type { LabPlaces } from '../lab-folder/lab-places';
import type { StatusEntry } from '../lab-folder/status-file';
import type { LabRemains } from './lab-remains';

/** Kinds of containerlab nodes that are no containers. */
const NO_CONTAINER = ['bridge', 'ovs-bridge', 'host'];

/** Why a lab that a dead server left is not as `netlab up` leaves one; undefined when it is. */
export async function whyNotWhole(
  { folder }: LabPlaces,
  remains: LabRemains,
  entries: readonly StatusEntry[],
): Promise<string | undefined> {
  const { snapshot, lock, containers, unknown } = remains;
  if (unknown.length > 0) return `its state is not known: ${unknown.join('; ')}`;
  if (!remains.folder || !snapshot) return 'its folder or snapshot is gone';
  const status = entries.find(({ dir }) => dir === folder)?.status;
  if (status !== 'started' || !lock)
    return `its start had not finished (netlab's status: ${status ?? 'none'})`;
  const stopped = containers.filter(({ isRunning }) => !isRunning).map(({ name }) => name);
  if (stopped.length > 0) return `its containers ${stopped.join(', ')} have stopped`;
  const expected = await expectedContainers(folder);
  if (containers.length < expected) return `it has ${containers.length} of its ${expected} containers`;
  return undefined;
}

async function expectedContainers(folder: string): Promise<number> {
  const text = await readFile(join(folder, 'clab.yml'), 'utf8').catch(() => '');
  const data: unknown = text === '' ? undefined : load(text);
  const topology = isMapping(data) ? data['topology'] : undefined;
  const nodes = isMapping(topology) ? topology['nodes'] : undefined;
  if (!isMapping(nodes)) return 0;
  const isContainer = (node: unknown): boolean =>
    !(isMapping(node) && NO_CONTAINER.includes(textAt(node, 'kind') ?? ''));
  return Object.values(nodes).filter(isContainer).length;
}
