import { access, constants, cp, lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { NetlabRunner } from '../netlab-runner';
import type { LabPlaces } from './lab-places';
import { isThere } from './lab-plan';
import { removeTree } from './remove-tree';

/** What containers wrote, what only netlab reads, and what makes a folder look like that of a lab. */
const LEFT_OUT = /^(clab-[^.]*|\.vagrant|netlab\.lock|netlab\.snapshot\.\w+|.*\.pickle)$/;
/** A bigger file tells nothing of why a start failed. */
const MAX_BYTES = 1024 * 1024;

/**
 * Copies what tells why a start failed to where an operator finds it, with `log` in a file `netlab.log`, and keeps only so
 * many such folders, the newest. To be called before the lab is removed: netlab deletes most of it.
 */
export async function keepForPostMortem(
  { folder, postMortem }: LabPlaces,
  log: readonly string[],
  keep: number,
  runner: Pick<NetlabRunner, 'tool'>,
): Promise<void> {
  const parent = dirname(postMortem);
  await removeTree(postMortem, runner);
  await mkdir(postMortem, { recursive: true, mode: 0o700 });
  await writeFile(join(postMortem, 'netlab.log'), log.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  // A start can fail before its folder is there.
  if (await isThere(folder)) {
    await cp(folder, postMortem, { recursive: true, filter: (path) => path === folder || isTelling(path) });
  }
  const generations = (await readdir(parent)).map(Number).filter(Number.isSafeInteger);
  const old = generations.sort((a, b) => b - a).slice(keep);
  for (const generation of old) await removeTree(join(parent, String(generation)), runner);
}

/** Also that it can be copied at all: what root wrote, or a pipe that a topology's code left, must not end the copying. */
async function isTelling(path: string): Promise<boolean> {
  if (LEFT_OUT.test(basename(path))) return false;
  const found = await lstat(path);
  if (!found.isDirectory() && !(found.isFile() && found.size <= MAX_BYTES)) return false;
  return access(path, found.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK).then(
    () => true,
    () => false,
  );
}
