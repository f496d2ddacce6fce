import { readFile } from 'node:fs/promises';
import { topologyIdentity, type TopologySource } from '@remote-lab/client';
import { isPath, topologyName } from '../config/resolve-topology';
import type { RunSettings } from '../config/read-settings';
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
 * @throws RemoteLabError when the topology, or one of its files, cannot be read
 */
export async function runLabOrder(settings: RunSettings): Promise<RunLabOrder | undefined> {
  const { topology, extraFiles, baseFolder } = settings;
  if (topology === undefined) return undefined;
  const identity = await topologyIdentity(topology, { extraFiles, baseFolder });
  return {
    topology,
    name: topologyName(topology),
    identity,
    contentHash: isPath(topology) ? contentHash(await readFile(topology)) : undefined,
  };
}
