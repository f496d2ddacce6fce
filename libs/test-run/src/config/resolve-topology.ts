import path from 'node:path';
import type { TopologySource } from '@remote-lab/client';

/** The topology with its path, when it is one, counted from `folder`. */
export function resolveTopology(topology: TopologySource, folder: string): TopologySource {
  return isPath(topology) ? path.resolve(folder, topology) : topology;
}

/** Whether it is the path of a file, and not a URL, a text or an object. */
export function isPath(topology: TopologySource): topology is string {
  return (
    typeof topology === 'string' &&
    !/[\r\n]/.test(topology) &&
    !/^([a-z][a-z0-9+.-]+:\/\/|file:)/i.test(topology)
  );
}

/** The topology in a word or two, for people. */
export function topologyName(topology: TopologySource): string {
  if (isPath(topology)) return path.basename(topology);
  if (typeof topology === 'string') return /[\r\n]/.test(topology) ? 'the topology' : topology;
  if ('href' in topology && typeof topology.href === 'string') return topology.href;
  return 'name' in topology && typeof topology.name === 'string' ? topology.name : 'the topology';
}
