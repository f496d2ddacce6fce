import { rm } from 'node:fs/promises';
import { codeOf, messageOf, NetlabError } from '../errors';
import type { NetlabRunner } from '../netlab-runner';

/** Removes a folder as this user may; in tests another. */
export type RemoveFolder = (folder: string) => Promise<void>;

/** Somebody may still be writing there, so it is tried more than once. */
const remove: RemoveFolder = (folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 });

/**
 * Removes a folder with all that is in it, also what containers wrote there as root; fine when there is none. Throws
 * NetlabError `lab_left_over` when that is not to be had.
 */
export async function removeTree(
  folder: string,
  runner: Pick<NetlabRunner, 'tool'>,
  removeFolder: RemoveFolder = remove,
): Promise<void> {
  try {
    await removeFolder(folder);
    return;
  } catch (error) {
    if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'EPERM') throw error;
  }
  try {
    await runner.tool('sudo', ['-n', 'rm', '-rf', '--one-file-system', '--', folder], { cwd: '/' });
    await removeFolder(folder);
  } catch (cause) {
    const words = `The folder ${folder} cannot be removed (${messageOf(cause)}). Remove it by hand: sudo rm -rf ${folder}`;
    throw new NetlabError('lab_left_over', words, { cause });
  }
}
