import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What lies in a server's folder of labs that are gone; those kept for the post-mortem apart. */
export async function foldersLeft(folder: string): Promise<string[]> {
  const found = await Promise.all(
    ['labs', 'copies', 'scratch'].map(async (kind) =>
      (await readdir(join(folder, kind)).catch(() => [])).map((name) => `folder ${kind}/${name}`),
    ),
  );
  return found.flat();
}
