import { readFile } from 'node:fs/promises';
import { FakeNosError, messageOf } from '../errors';
import type { NosDocument } from './nos-document';
import { isProgram, parseNosFile } from './parse-nos-file';

/**
 * Reads one platform file.
 *
 * @throws FakeNosError like {@link parseNosFile}, and `invalid_platform_file` when it cannot be read; the signal's
 *   reason once it is aborted
 */
export async function loadNosFile(path: string, signal?: AbortSignal): Promise<NosDocument> {
  signal?.throwIfAborted();
  return parseNosFile(isProgram(path) ? '' : await read(path, signal), path);
}

async function read(path: string, signal?: AbortSignal): Promise<string> {
  try {
    return await readFile(path, { encoding: 'utf8', ...(signal ? { signal } : {}) });
  } catch (error) {
    signal?.throwIfAborted();
    const sentence = `The platform file ${path} cannot be read: ${messageOf(error)}`;
    throw new FakeNosError('invalid_platform_file', sentence, { cause: error });
  }
}
