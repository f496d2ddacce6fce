import { mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../errors';
import type { NetlabRunner } from '../netlab-runner';
import type { LabPlaces } from './lab-places';
import { removeTree } from './remove-tree';

/** Moves the folder of a failed start to where an operator finds it, and keeps only so many of them, the newest. */
export async function keepForPostMortem(
  { folder, postMortem }: LabPlaces,
  keep: number,
  runner: Pick<NetlabRunner, 'tool'>,
): Promise<void> {
  const parent = dirname(postMortem);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await removeTree(postMortem, runner);
  try {
    await rename(folder, postMortem);
  } catch (error) {
    // A start can fail before its folder is there.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const generations = (await readdir(parent)).map(Number).filter(Number.isSafeInteger);
  const old = generations.sort((a, b) => b - a).slice(keep);
  for (const generation of old) await removeTree(join(parent, String(generation)), runner);
}
