import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FakeNosError, messageOf } from '../errors';
import type { NosDocument } from './nos-document';
import { parseNosFile } from './parse-nos-file';

/** What a folder of platform files holds. */
export interface PlatformFolder {
  /** In the order of the files' names; of two with one name the later counts, as in FakeNOS. */
  readonly documents: readonly NosDocument[];
  /** Files that cannot be used, each with what is wrong in a sentence that names it. */
  readonly broken: readonly FakeNosError[];
}

/**
 * Reads every `.yaml` and `.yml` file of a folder, not of those within it. A file that cannot be used is no reason to do
 * without the others: it is reported beside them.
 *
 * @throws FakeNosError `invalid_platform_file` when the folder cannot be read
 */
export async function loadPlatformFolder(folder: string, signal?: AbortSignal): Promise<PlatformFolder> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new FakeNosError(
      'invalid_platform_file',
      `The folder of platform files ${folder} cannot be read: ${messageOf(error)}`,
      { cause: error },
    );
  });
  const files = names.filter((name) => /\.ya?ml$/i.test(name)).sort();
  const documents: NosDocument[] = [];
  const broken: FakeNosError[] = [];
  for (const file of files) {
    signal?.throwIfAborted();
    const path = join(folder, file);
    try {
      documents.push(await loadNosFile(path, signal));
    } catch (error) {
      if (!(error instanceof FakeNosError)) throw error;
      broken.push(error);
    }
  }
  return { documents, broken };
}

/**
 * Reads one platform file.
 *
 * @throws FakeNosError like {@link parseNosFile}, and `invalid_platform_file` when it cannot be read
 */
export async function loadNosFile(path: string, signal?: AbortSignal): Promise<NosDocument> {
  const read = async () => {
    try {
      return await readFile(path, { encoding: 'utf8', ...(signal ? { signal } : {}) });
    } catch (error) {
      signal?.throwIfAborted();
      const sentence = `The platform file ${path} cannot be read: ${messageOf(error)}`;
      throw new FakeNosError('invalid_platform_file', sentence, { cause: error });
    }
  };
  return parseNosFile(/\.(py|j2)$/i.test(path) ? '' : await read(), path);
}
