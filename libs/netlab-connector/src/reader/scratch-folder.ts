import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A new folder that is gone, with all in it, when it is disposed of. */
export interface ScratchFolder extends AsyncDisposable {
  /** Absolute, without symbolic links: that is how netlab names files. */
  readonly path: string;
}

/** Makes one inside `parent`, an absolute path that is made when it is not there. */
export async function makeScratchFolder(parent: string): Promise<ScratchFolder> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const path = await realpath(await mkdtemp(join(parent, 'read-')));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
