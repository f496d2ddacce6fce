import { readTopology } from './reader/read-topology';
import type { TopologyBundle } from './topology-bundle';
import type { TopologyModel } from './topology-model';

/** Makes a model of a topology: {@link builtinTopologyReader}, or netlab itself (`@remote-lab/netlab-connector`). */
export interface TopologyReader {
  /** `builtin`, `netlab`: for people. */
  readonly name: string;
  /** Throws TopologyError `invalid_topology` with what is wrong; the signal's reason once that aborts. */
  read(bundle: TopologyBundle, options: TopologyReaderCall): Promise<TopologyModel>;
}

/** What a {@link TopologyReader} is told about one reading. */
export interface TopologyReaderCall {
  /** Name of a lab whose file has no `name:`. */
  readonly defaultName: string;
  readonly signal: AbortSignal;
}

/** Reads with {@link readTopology}: in milliseconds, and nothing of the topology is run. */
export const builtinTopologyReader: TopologyReader = {
  name: 'builtin',
  async read(bundle, { defaultName, signal }) {
    signal.throwIfAborted();
    return Promise.resolve(readTopology(bundle, { defaultName }));
  },
};
