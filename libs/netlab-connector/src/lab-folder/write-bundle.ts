import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkBundlePath, type TopologyBundle } from '@remote-lab/topology';
import { isWorkFile } from './work-files';

/** What every topology is called on disk: an uploaded name never gets near a command line. */
export const TOPOLOGY_FILE = 'topology.yml';

/**
 * Writes a bundle into a new folder: the topology under {@link TOPOLOGY_FILE}, each extra file under its path, but those
 * that netlab would take for its own. Resolves with the paths of these. Rejects when the folder exists already.
 */
export async function writeBundle(folder: string, bundle: TopologyBundle): Promise<readonly string[]> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  await mkdir(folder, { mode: 0o700 });
  const left: string[] = [];
  for (const { path, content } of bundle.extraFiles) {
    checkBundlePath(path);
    if (isWorkFile(path) || isTopology(path)) left.push(path);
    else await write(join(folder, path), content);
  }
  await write(join(folder, TOPOLOGY_FILE), bundle.topology.content);
  return left;
}

/** Also a folder of that name: the topology itself could not be written then. */
function isTopology(path: string): boolean {
  return path.split('/')[0]?.toLowerCase() === TOPOLOGY_FILE;
}

async function write(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, content, { flag: 'wx', mode: 0o600 });
}
