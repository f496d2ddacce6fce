import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FakeNosError, messageOf } from '../errors';
import { loadNosFile } from './load-nos-file';
import type { NosDocument } from './nos-document';

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
 * @throws FakeNosError `invalid_platform_file` when the folder cannot be read; the signal's reason once it is aborted
 */
export async function loadPlatformFolder(folder: string, signal?: AbortSignal): Promise<PlatformFolder> {
  const documents: NosDocument[] = [];
  const broken: FakeNosError[] = [];
  for (const file of await platformFilesIn(folder)) {
    try {
      documents.push(await loadNosFile(join(folder, file), signal));
    } catch (error) {
      if (!(error instanceof FakeNosError)) throw error;
      broken.push(error);
    }
  }
  return { documents, broken };
}

async function platformFilesIn(folder: string): Promise<readonly string[]> {
  const read = async () => {
    try {
      return await readdir(folder, { withFileTypes: true });
    } catch (error) {
      const sentence = `The folder of platform files ${folder} cannot be read: ${messageOf(error)}`;
      throw new FakeNosError('invalid_platform_file', sentence, { cause: error });
    }
  };
  const entries = await read();
  const files = entries.filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name));
  return files.map(({ name }) => name).sort();
}
