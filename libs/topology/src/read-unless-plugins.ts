import { TopologyError } from './errors';
import { readTopology } from './reader/read-topology';
import type { TopologyBundle } from './topology-bundle';
import type { TopologyModel } from './topology-model';

const PLUGIN = /(^|[\s{,])(["']?)(plugin|defaults\.plugin)\2\s*:/m;

/**
 * As {@link readTopology}, for those who have netlab judge in the end: undefined for a topology that is refused though it
 * names plugins, which may add attributes, devices and nodes of their own. Throws TopologyError `invalid_topology`.
 */
export function readUnlessPlugins(bundle: TopologyBundle, defaultName: string): TopologyModel | undefined {
  try {
    return readTopology(bundle, { defaultName });
  } catch (error) {
    const isReadable = error instanceof TopologyError && error.problems.every(({ path }) => path !== '');
    if (isReadable && PLUGIN.test(new TextDecoder().decode(bundle.topology.content))) return undefined;
    throw error;
  }
}
