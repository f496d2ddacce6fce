import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A temporary folder with files. */
export interface LabFolder extends AsyncDisposable {
  readonly path: string;
  /** The path of a name in it. */
  at(name: string): string;
}

/** Makes a folder with these files, and the folders that they are in. */
export async function labFolder(files: Readonly<Record<string, string>>): Promise<LabFolder> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'lab-folder-')));
  const at = (name: string): string => path.join(folder, name);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(at(name)), { recursive: true });
    await writeFile(at(name), content);
  }
  return {
    path: folder,
    at,
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true });
    },
  };
}
