import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The place where uploads lie while they are received; a folder below the state dir. */
export class Staging {
  constructor(private readonly root: string) {}

  /** Removes what a predecessor that was killed left behind. */
  async clear(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
    await mkdir(this.root, { recursive: true, mode: 0o700 });
  }

  /** A fresh folder for one upload, removed with all its content when disposed of. */
  async open(): Promise<StagingFolder> {
    const path = await mkdtemp(join(this.root, 'upload-'));
    return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
  }
}

/** One upload's folder. */
export interface StagingFolder extends AsyncDisposable {
  readonly path: string;
}
