import { rm } from 'node:fs/promises';
import { codeOf } from '../errors';
import type { NetlabRunner } from '../netlab-runner';

/** Removes a folder with all that is in it, also what containers wrote there as root; fine when there is none. */
export async function removeTree(folder: string, runner: Pick<NetlabRunner, 'tool'>): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'EPERM') throw error;
    await runner.tool('sudo', ['-n', 'rm', '-rf', '--one-file-system', '--', folder], { cwd: '/' });
    await rm(folder, { recursive: true, force: true });
  }
}
