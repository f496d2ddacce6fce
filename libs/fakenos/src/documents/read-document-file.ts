import { open, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
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
  let leadsOut = false;
  let isMissing = false;
  for (const candidate of candidates) {
    const named = within?.map((folder) => resolve(folder)).filter((folder) => isWithin(candidate, folder));
    // Not even whether it exists is said of a path that leads out.
    if (named?.length === 0) continue;
    const path = await existing(candidate);
    if (path !== undefined && (!allowed || isWithinAny(path, allowed)))
      return { path, text: await readText(path) };
    const isThere = named && (await Promise.all(named.map(existing))).some((folder) => folder !== undefined);
    if (allowed && isThere && (await leavesByLink(candidate, allowed))) leadsOut = true;
    else isMissing = true;
  }
  if (leadsOut || (within && !isMissing))
    throw new FakeNosError('inventory_not_allowed', `The file ${location} may not be read. ${advice}`);
  // Where a request's file was looked for is the operator's business.
  const looked = within || candidates.length === 0 ? location : candidates.join(' nor ');
  throw new FakeNosError('inventory_unreachable', `There is no file ${looked}; check its path.`);
}

/** Whether a link on the way to a path leads out of the folders. What is there, if anything, makes no difference. */
async function leavesByLink(path: string, folders: readonly string[]): Promise<boolean> {
  const real = await existing(path);
  if (real !== undefined) return !isWithinAny(real, folders);
  const parent = dirname(path);
  const realParent = await existing(parent);
  if (realParent === undefined) return parent !== path && leavesByLink(parent, folders);
  if (!isWithinAny(realParent, folders)) return true;
  const target = await targetOf(path);
  return target !== undefined && !isWithinAny(resolve(realParent, target), folders);
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

async function targetOf(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch {
    // It is no link, or nothing at all.
    return undefined;
  }
}

function isWithinAny(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => isWithin(path, folder));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}
