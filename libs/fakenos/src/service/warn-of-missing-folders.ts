import { readdir } from 'node:fs/promises';
import { messageOf } from '../errors';
import type { Logger } from '../logger';

/** Warns of every inventory folder that cannot be read; it may still come into being. Never rejects. */
export async function warnOfMissingFolders(folders: readonly string[], logger: Logger): Promise<void> {
  for (const folder of folders) {
    try {
      await readdir(folder);
    } catch (error) {
      logger.warn(
        `The inventory folder ${folder} cannot be read: ${messageOf(error)}; make it, or correct inventory_folders.`,
      );
    }
  }
}
