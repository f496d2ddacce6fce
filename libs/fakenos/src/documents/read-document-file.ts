import { open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { FakeNosError, messageOf } from '../errors';

/** Where a path may lead. */
export interface ReadDocumentOptions {
  /** Where relative paths are looked for, one after the other. */
  readonly folders: readonly string[];
  /** Out of which folders files may be read; any when absent. */
  readonly within?: readonly string[];
  /** What to do about a path that may not be read, as a sentence. */
  readonly advice: string;
}

/** A file that was read. */
export interface DocumentFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

const MAX_BYTES = 1_048_576;

/**
 * Reads a text file of at most 1 MiB.
 * Rejects with FakeNosError `inventory_not_allowed` (symbolic links that lead out included) or `inventory_unreachable`.
 */
export async function readDocumentFile(
  location: string,
  { folders, within, advice }: ReadDocumentOptions,
): Promise<DocumentFile> {
  const candidates = isAbsolute(location) ? [location] : folders.map((folder) => resolve(folder, location));
  const allowed =
    within && (await Promise.all(within.map(existing))).filter((folder) => folder !== undefined);
  for (const candidate of candidates) {
    // Not even whether it exists is said of a path that leads out.
    if (within && !within.some((folder) => isWithin(candidate, resolve(folder)))) continue;
    const path = await existing(candidate);
    if (path === undefined) continue;
    if (allowed && !allowed.some((folder) => isWithin(path, folder))) continue;
    return { path, text: await readText(path) };
  }
  const possible = candidates.some(
    (candidate) => !within || within.some((folder) => isWithin(candidate, resolve(folder))),
  );
  if (!possible)
    throw new FakeNosError('inventory_not_allowed', `The file ${location} may not be read. ${advice}`);
  throw new FakeNosError('inventory_unreachable', `There is no file ${location}; check its path.`);
}

async function readText(path: string): Promise<string> {
  try {
    // Opening a pipe would wait for whoever writes into it.
    if (!(await stat(path)).isFile()) throw new Error('it is no file');
    await using file = await open(path, 'r');
    const stats = await file.stat();
    if (stats.size > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES} bytes`);
    return await file.readFile('utf8');
  } catch (error) {
    const message = `The file ${path} cannot be read: ${messageOf(error)}.`;
    throw new FakeNosError('inventory_unreachable', message, { cause: error });
  }
}

async function existing(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    // Whatever is in its way, it cannot be read; the caller says so.
    return undefined;
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}
