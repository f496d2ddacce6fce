import type { Behavior } from '../behavior/behavior';
import { NetworkBehavior } from '../behavior/network-behavior';
import { messageOf } from '../errors';
import { SessionRecorder } from '../recording/session-recorder';
import type { DeviceServer } from '../transport/device-access';
import { createHostKeys } from '../transport/host-keys';
import type { NetworkDevice, NetworkOrder } from './network-messages';
import type { PlayerParts } from './node-player';
import { nodePlayers } from './node-player';
import type { NodeSurroundings } from './start-node';
import { startNode } from './start-node';

/** What devices are made of. */
export interface DeviceParts extends PlayerParts {
  readonly clock: { now(): number; date(): Date };
  readonly onListening: (devices: readonly NetworkDevice[]) => void;
}

/** Devices that listen, in the order of the nodes. */
export interface StartedDevices {
  readonly devices: readonly NetworkDevice[];
  readonly recorder: SessionRecorder;
  /** How every device behaves, by name. */
  behaviors(): Readonly<Record<string, Behavior>>;
  /** From now on; see {@link NetworkBehavior.set}. */
  behave(hosts: 'all' | readonly string[], behavior: Behavior): void;
  /** Hangs up on everybody who is logged in to a device. */
  hangUp(name: string): void;
  close(): Promise<void>;
}

/** So many at once, that the first ones are reported while the others still start. */
const BATCH = 100;

/** The RSA key, for clients that know no other kind, costs a third of a second: a network that lives for less never makes it. */
const RSA_DELAY_MS = 1_000;

/**
 * Starts the servers of each node of the order; when one cannot start, none is left. Rejects with `unsupported_device`,
 * `port_in_use` or `bind_failed`.
 */
export async function startDevices(order: NetworkOrder, parts: DeviceParts): Promise<StartedDevices> {
  const hostKeys = createHostKeys();
  const behavior = new NetworkBehavior();
  const recorder = new SessionRecorder({ clock: parts.clock });
  const servers = new Map<string, DeviceServer[]>(order.nodes.map(({ name }) => [name, []]));
  const surroundings: NodeSurroundings = {
    bind: order.bind,
    playerOf: nodePlayers(order, parts),
    behavior,
    recorder,
    hostKeys,
    logger: parts.logger,
    onServer: (node, server) => servers.get(node)?.push(server),
  };
  const close = async () => {
    await Promise.all([...servers.values()].flat().map((server) => server.close()));
  };

  const started: NetworkDevice[] = [];
  for (let at = 0; at < order.nodes.length; at += BATCH) {
    const outcomes = await Promise.allSettled(
      order.nodes.slice(at, at + BATCH).map((node) => startNode(node, surroundings)),
    );
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) {
      await close();
      throw failure.reason;
    }
    const batch = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    started.push(...batch);
    parts.onListening(batch);
  }
  const noRsa = (error: unknown) => parts.logger.warn(`There is no RSA host key: ${messageOf(error)}`);
  const rsa = setTimeout(() => void hostKeys.addRsa().catch(noRsa), RSA_DELAY_MS).unref();
  return {
    devices: started,
    recorder,
    behaviors: () => Object.fromEntries(started.map(({ name }) => [name, behavior.of(name).current])),
    behave: (hosts, next) => behavior.set(hosts, next),
    hangUp: (name) => servers.get(name)?.forEach((server) => server.hangUp()),
    async close() {
      clearTimeout(rsa);
      await close();
    },
  };
}
