import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './error-code';

/**
 * Fencing numbers that outlive restarts, counted in a file; for one process at a time, the owner of the host lock.
 * The function returned gives a number greater than `after` and than every one given before, and it is on the disk
 * before it is given. It rejects when the file holds something else than a number, with where the file is and what to do.
 */
export function fileGenerations(path: string): (after: number) => Promise<number> {
  let last: Promise<number> = Promise.resolve(0);
  return (after) => {
    last = last.catch(() => 0).then((given) => nextIn(path, Math.max(after, given)));
    return last;
  };
}

async function nextIn(path: string, after: number): Promise<number> {
  const next = Math.max(await storedIn(path), after) + 1;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}.tmp`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${next}\n`);
    await handle.sync();
    await handle.close();
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return next;
}

async function storedIn(path: string): Promise<number> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
  if (!/^\d{1,15}\n?$/.test(text)) throw new Error(damaged(path));
  return Number(text);
}

/** Without the file counting begins at 1, or after the lab that a dead server's lock names, once that is reclaimed. */
function damaged(path: string): string {
  return (
    `${path} holds no generation number. If no lab of this server runs, delete the file; else write the highest ` +
    `generation into it that the log names, as digits only.`
  );
}
