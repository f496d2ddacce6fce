import type { NodeModel, TopologyModel } from '@remote-lab/topology';
import type { Credentials } from '../engine/credentials';
import type { Logger } from '../logger';
import { silentLogger } from '../logger';
import { launchNetwork } from './launch-network';
import type { NetworkDevice } from './network-messages';
import type { RunningNetwork } from './running-network';

export interface FakeNetworkOptions {
  readonly model: TopologyModel;
  /** Address that every device listens on: `127.0.0.1`, `::`. */
  readonly bind: string;
  /** Which nodes answer; all when absent. The others are only spoken of by their neighbours. */
  readonly include?: (node: NodeModel) => boolean;
  /** A node's login; `admin` with password `admin` when absent. */
  readonly loginOf?: (node: NodeModel) => Credentials;
  /** A node's port; any free one (0) when absent. */
  readonly portOf?: (node: NodeModel) => number;
  /** Progress, a line for each device. */
  readonly onOutput?: (line: string) => void;
  readonly logger?: Logger;
}

/** A thousand devices take half a second; a machine that needs longer than this has no room for a lab. */
const START_DEADLINE_MS = 60_000;
const ADMIN: Credentials = { username: 'admin', password: 'admin' };

/**
 * Starts a network: one process in which every node of the model is an SSH server. Resolves when all of them
 * listen; rejects, with nothing left running, with a FakeNosError (`network_start_failed`,
 * `start_timeout`, `port_in_use`, `bind_failed`, `unsupported_device`) or, once `signal` aborts, with its reason.
 */
export async function startFakeNetwork(
  options: FakeNetworkOptions,
  signal?: AbortSignal,
): Promise<RunningNetwork> {
  const {
    model,
    bind,
    include = () => true,
    loginOf = () => ADMIN,
    portOf = () => 0,
    onOutput,
    logger = silentLogger,
  } = options;
  const nodes = model.nodes
    .filter(include)
    .map((node) => ({ name: node.name, port: portOf(node), ...loginOf(node) }));
  let count = 0;
  const onListening = (devices: readonly NetworkDevice[], of: number) => {
    for (const { name, title, host, port } of devices) {
      const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
      onOutput?.(`${name} (${title}) listening on ${address} (${++count} of ${of})`);
    }
  };
  return launchNetwork(
    { model, bind, nodes },
    { logger, onListening, deadlineMs: START_DEADLINE_MS, signal },
  );
}
