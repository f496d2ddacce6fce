import { readlink } from 'node:fs/promises';
import { errorCode } from './error-code';

/**
 * The name of the pid namespace this process lives in (`pid:[4026531836]`), within which a pid means one process; a
 * container has one of its own. Undefined where the system has none.
 */
export async function readPidNamespace(): Promise<string | undefined> {
  try {
    return await readlink('/proc/self/ns/pid');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
