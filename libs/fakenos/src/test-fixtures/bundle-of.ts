import type { TopologyBundle } from '@remote-lab/topology';
import { createTopologyBundle } from '@remote-lab/topology';

/** The bundle of a topology file with this text. */
export function bundleOf(yaml: string): TopologyBundle {
  return createTopologyBundle({ topology: { path: 'lab.yml', content: Buffer.from(yaml) }, extraFiles: [] });
}
