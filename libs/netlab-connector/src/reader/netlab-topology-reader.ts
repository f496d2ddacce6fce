import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TopologyReader } from '@remote-lab/topology';
import { NetlabError } from '../errors';
import { writeBundle } from '../lab-folder/write-bundle';
import type { NetlabRunner } from '../netlab-runner';
import type { RunNetlab } from '../run-netlab';
import { TRANSFORMED_FILE } from './create-arguments';
import { readTransformed } from './read-transformed';
import { refusalOf } from './refusal-of';
import { makeScratchFolder } from './scratch-folder';
import { transformTopology } from './transform-topology';

/** What {@link netlabTopologyReader} works with. */
export interface NetlabTopologyReaderOptions {
  readonly runNetlab: RunNetlab;
  /** Absolute path of the folder in which a temporary one is made for each reading. */
  readonly scratchFolder: string;
  /** Removes what the code of a topology wrote there as root; such a folder stays without it. */
  readonly runner?: Pick<NetlabRunner, 'tool'>;
  /** Hears which temporary folder could not be removed, and why. */
  readonly onLeft?: (words: string) => void;
}

/** 150 nodes, as many as netlab allows, with 100 interfaces each are a tenth of it. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Has netlab itself read topologies: about a second for each, two where it misses images. What of a topology is code
 * is run; no lab is started, and neither containerlab nor Docker is needed.
 *
 * Reading throws TopologyError `invalid_topology` with netlab's own words when it refuses the topology, the signal's
 * reason, or the NetlabError with which netlab itself failed.
 */
export function netlabTopologyReader({
  runNetlab,
  scratchFolder,
  runner,
  onLeft,
}: NetlabTopologyReaderOptions): TopologyReader {
  return {
    name: 'netlab',
    async read(bundle, { defaultName, signal }) {
      signal.throwIfAborted();
      await using scratch = await makeScratchFolder(scratchFolder, { runner, onLeft });
      const folder = join(scratch.path, folderName(defaultName));
      await writeBundle(folder, bundle);
      const done = await transformTopology(runNetlab, folder, signal);
      if (done.exitCode !== 0) throw refusalOf({ ...done, folder, bundle });
      return readTransformed(await readJson(join(scratch.path, TRANSFORMED_FILE)));
    },
  };
}

/** A lab without `name:` is called after the letters and digits of its folder. */
function folderName(defaultName: string): string {
  const name = defaultName.replace(/[^A-Za-z0-9]/g, '');
  return name === '' ? 'lab' : name.slice(0, 64);
}

async function readJson(path: string): Promise<unknown> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) throw new Error(`it has ${size} bytes, more than ${MAX_BYTES}`);
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new NetlabError(
      'netlab_unusable',
      `netlab says it has transformed the topology, but its result cannot be read: ${String(cause)}. Read topologies without netlab, or update it.`,
      { cause },
    );
  }
}
