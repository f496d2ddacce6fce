import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { RemoteLabError } from '../errors';
import { propertyOf } from '../http-answer';
import { messageOf } from '../message-of';

/**
 * The bytes of a regular file.
 * @throws RemoteLabError `topology_unreadable`, `upload_too_large` above `limit` bytes, or the signal's reason
 */
export async function readLocalFile(
  file: string,
  signal?: AbortSignal,
  limit = Infinity,
): Promise<Uint8Array> {
  try {
    signal?.throwIfAborted();
    const kind = await stat(file);
    // Whoever opens a named pipe waits for somebody to write into it, and a device may never end.
    if (!kind.isFile())
      throw unreadable(file, kind.isDirectory() ? 'it is a folder' : 'it is no regular file');
    if (kind.size > limit)
      throw new RemoteLabError(
        'upload_too_large',
        `${file} has ${kind.size} bytes; at most ${limit} can be uploaded.`,
      );
    return await readFile(file, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof RemoteLabError) throw error;
    throw unreadable(file, reasonOf(error), error);
  }
}

function unreadable(file: string, reason: string, cause?: unknown): RemoteLabError {
  return new RemoteLabError('topology_unreadable', `${path.resolve(file)} cannot be uploaded: ${reason}.`, {
    cause,
  });
}

function reasonOf(error: unknown): string {
  return propertyOf(error, 'code') === 'ENOENT' ? 'there is no such file (ENOENT)' : messageOf(error);
}
