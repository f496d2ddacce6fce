import { readFile } from 'node:fs/promises';
import { topologyIdentity, type TopologySource } from '@remote-lab/client';
import { isPath, topologyName } from '../config/resolve-topology';
import type { RunSettings } from '../config/read-settings';
import { TestRunError } from '../errors';
import { wordsOf } from '../words-of';
import { contentHash } from './content-hash';

/** The lab that a configuration asks for. */
export interface RunLabOrder {
  readonly topology: TopologySource;
  readonly name: string;
  readonly identity: string;
  /** Of the topology's file alone. */
  readonly contentHash: string | undefined;
}

/**
 * Reads what the configuration's lab would be built from; `undefined` when it names no topology. Needs no server.
 * @throws TestRunError `topology_missing` when the topology, or a file that goes with it, cannot be read
 */
export async function runLabOrder(settings: RunSettings): Promise<RunLabOrder | undefined> {
  const { topology, extraFiles, baseFolder, configFile } = settings;
  if (topology === undefined) return undefined;
  try {
    return {
      topology,
      name: topologyName(topology),
      identity: await topologyIdentity(topology, { extraFiles, baseFolder }),
      contentHash: isPath(topology) ? contentHash(await readFile(topology)) : undefined,
    };
  } catch (error) {
    throw new TestRunError(
      'topology_missing',
      `The lab of the run cannot be read: ${wordsOf(error)} ` +
        `Correct topology or extraFiles in ${configFile ?? 'remote-lab.config'}, or REMOTE_LAB_TOPOLOGY.`,
      { cause: error },
    );
  }
}
