import { realpath, stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { RemoteLabError } from '../errors';
import { propertyOf } from '../http-answer';
import { messageOf } from '../message-of';
import { listFiles } from './list-files';
import { readLocalFile } from './read-local-file';
import type { SourceFolder } from './source-folder';
import { UPLOAD_LIMITS } from './upload-limits';

/** A folder of this machine. Nothing outside of it is read, also not through a symbolic link. */
export function localFolder(folder: string, signal: AbortSignal | undefined): SourceFolder {
  const locate = (name: string): string => path.join(folder, ...name.split('/'));

  const checkInside = async (name: string): Promise<void> => {
    const [root, real] = await Promise.all([realpath(folder), realpath(locate(name))]);
    if (isBelow(root, real)) return;
    throw new RemoteLabError(
      'unsafe_file_name',
      `${locate(name)} leads to ${real}, which is not in ${folder}: it is not uploaded. ` +
        'Copy it there, or give { path, content }.',
    );
  };

  return {
    shown: folder,
    path: folder,
    read: (name) =>
      readable(async () => {
        signal?.throwIfAborted();
        const kind = await statIfThere(locate(name));
        if (kind === undefined || kind.isDirectory()) return undefined;
        await checkInside(name);
        return readLocalFile(locate(name), signal, UPLOAD_LIMITS.extraFileBytes);
      }),
    list: (name, depth) =>
      readable(async () => {
        signal?.throwIfAborted();
        if (!(await statIfThere(locate(name)))?.isDirectory()) return [];
        await checkInside(name);
        return listFiles({ name, depth, locate, signal });
      }),
  };
}

/** Whether `file` is `folder` or in it. Both are absolute. */
export function isBelow(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);
}

async function statIfThere(file: string): Promise<Stats | undefined> {
  try {
    return await stat(file);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String(propertyOf(error, 'code')))) return undefined;
    throw error;
  }
}

/** What the file system refuses is told in this package's way. */
async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (propertyOf(error, 'syscall') === undefined) throw error;
    throw new RemoteLabError(
      'topology_unreadable',
      `What should be uploaded cannot be read: ${messageOf(error)}`,
      {
        cause: error,
      },
    );
  }
}
