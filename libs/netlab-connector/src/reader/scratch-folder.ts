import { mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../errors';
import { type RemoveFolder, removeTree } from '../lab-folder/remove-tree';
import type { NetlabRunner } from '../netlab-runner';

/** A new folder that is gone, with all in it, when it is disposed of. */
export interface ScratchFolder extends AsyncDisposable {
  /** Absolute, without symbolic links: that is how netlab names files. */
  readonly path: string;
}

/** How a scratch folder is removed. */
export interface ScratchRemoval {
  /** Removes what the code of a topology wrote there as root. */
  readonly runner?: Pick<NetlabRunner, 'tool'> | undefined;
  /** Hears why the folder is still there. */
  readonly onLeft?: ((words: string) => void) | undefined;
  /** Of tests. */
  readonly removeFolder?: RemoveFolder;
}

const NOBODY = { tool: () => Promise.reject(new Error('it takes root')) };

/**
 * Makes one inside `parent`, an absolute path that is made when it is not there. Disposing never rejects: what was done in
 * the folder has its answer, or its own failure, and neither is to be hidden by a folder that resists.
 */
export async function makeScratchFolder(
  parent: string,
  { runner = NOBODY, onLeft, removeFolder }: ScratchRemoval = {},
): Promise<ScratchFolder> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const path = await realpath(await mkdtemp(join(parent, 'read-')));
  return {
    path,
    [Symbol.asyncDispose]: () =>
      removeTree(path, runner, removeFolder).catch((error: unknown) => onLeft?.(messageOf(error))),
  };
}
