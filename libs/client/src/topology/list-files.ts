import { readdir, stat } from 'node:fs/promises';
import { RemoteLabError } from '../errors';
import { UPLOAD_LIMITS } from './upload-limits';

/** What no topology refers to, and what may hold secrets. */
const SKIPPED = /^\.|^node_modules$|^__pycache__$/;

/** Where to look, and what to look at. */
export interface FileSearch {
  /** The folder's name, `''` for the topology's own. */
  readonly name: string;
  readonly depth: 'flat' | 'deep';
  /** The path of a name. */
  readonly locate: (name: string) => string;
  readonly signal: AbortSignal | undefined;
}

/**
 * The names of all regular files, in order, but for those that begin with a dot, `node_modules` and `__pycache__`. A link
 * to a file counts as the file, wherever it leads.
 * @throws RemoteLabError `too_many_files`, `unsafe_file_name` for a link to a folder, or the error of the file system
 */
export async function listFiles(search: FileSearch): Promise<readonly string[]> {
  const found: string[] = [];
  await walk(search.name, search, found);
  return found;
}

async function walk(folder: string, search: FileSearch, found: string[]): Promise<void> {
  const { depth, locate, signal } = search;
  signal?.throwIfAborted();
  const entries = await readdir(locate(folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIPPED.test(entry.name)) continue;
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && depth === 'deep') await walk(name, search, found);
    if (!entry.isFile() && !(entry.isSymbolicLink() && (await isLinkToFile(name, search)))) continue;
    found.push(name);
    // The topology itself may be among them.
    if (found.length <= UPLOAD_LIMITS.files) continue;
    throw new RemoteLabError(
      'too_many_files',
      `${locate(search.name)} has more than ${UPLOAD_LIMITS.files} files, too many for one upload. ` +
        'List those that the topology needs.',
    );
  }
}

async function isLinkToFile(name: string, { locate, depth }: FileSearch): Promise<boolean> {
  const target = await stat(locate(name));
  if (!target.isDirectory() || depth === 'flat') return target.isFile();
  throw new RemoteLabError(
    'unsafe_file_name',
    `${locate(name)} is a link to a folder: it is not followed. Copy the folder, or list its files.`,
  );
}
