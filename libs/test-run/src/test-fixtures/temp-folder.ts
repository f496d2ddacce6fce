import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder with files, removed when disposed. */
export interface TempFolder extends AsyncDisposable {
  readonly path: string;
  /** Absolute path of what is in it. */
  file(name: string): string;
  /** Writes files by their relative paths. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
}

/** Makes one with these files in it. */
export async function tempFolder(files: Readonly<Record<string, string>> = {}): Promise<TempFolder> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'test-run-')));
  const write = async (more: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, content] of Object.entries(more)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
  };
  await write(files);
  return {
    path: folder,
    file: (name) => path.join(folder, name),
    write,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
