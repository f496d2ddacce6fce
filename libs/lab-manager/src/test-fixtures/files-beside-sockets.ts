import { readdir } from 'node:fs/promises';

/** The files in a lock's folder without the sockets by which living owners are known. */
export async function filesBesideSockets(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => !name.endsWith('.sock'));
}
