import type { Behavior } from '../behavior/behavior';
import { NetworkBehavior } from '../behavior/network-behavior';
import { withBehavior } from '../behavior/with-behavior';
import { messageOf } from '../errors';
import { SessionRecorder } from '../recording/session-recorder';
import { withRecording } from '../recording/with-recording';
import type { DeviceAccess, DeviceServer } from '../transport/device-access';
import type { HostKeys } from '../transport/host-keys';
import { createHostKeys } from '../transport/host-keys';
import { startSshServer } from '../transport/ssh-server';
import { startTelnetServer } from '../transport/telnet-server';
import { listenAsOrdered } from './listen-as-ordered';
import type { NetworkDevice, NetworkOrder, NodeOrder } from './network-messages';
import type { PlayerParts } from './node-player';
import { nodePlayers } from './node-player';

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

/**
 * Starts the servers of each node of the order; when one cannot start, none is left. Rejects with `unsupported_device`,
 * `port_in_use` or `bind_failed`.
 */
export async function startDevices(order: NetworkOrder, parts: DeviceParts): Promise<StartedDevices> {
  const hostKeys = createHostKeys();
  const playerOf = nodePlayers(order, parts);
  const behavior = new NetworkBehavior();
  const recorder = new SessionRecorder({ clock: parts.clock });
  const servers = new Map<string, DeviceServer[]>(order.nodes.map(({ name }) => [name, []]));
  const close = async () => {
    await Promise.all([...servers.values()].flat().map((server) => server.close()));
  };

  const startNode = async (node: NodeOrder): Promise<NetworkDevice> => {
    const { name, username, password, hostKey, authorizedKeys, telnetPort, banner, bind = order.bind } = node;
    const { open, files, platform, ...player } = playerOf(node);
    if (node.behavior) behavior.set([name], node.behavior);
    const own = behavior.of(name);
    const access: Omit<DeviceAccess, 'port'> = {
      device: name,
      openDialogue: withRecording(open, {
        recorder,
        host: name,
        behind: (inner) => withBehavior(inner, own),
      }),
      credentials: { username, password },
      bind,
      door: own,
      logger: parts.logger,
      ...(platform?.login && { login: platform.login }),
      ...(banner !== undefined && { banner }),
    };
    const listen = async (
      ports: { readonly port: number; readonly lastPort?: number | undefined },
      start: typeof startSsh,
    ) => {
      const server = await listenAsOrdered({ name, bind, ...ports }, start);
      servers.get(name)?.push(server);
      return server.port;
    };
    const startSsh = (port: number) =>
      startSshServer({
        ...access,
        port,
        hostKeys: hostKey === undefined ? hostKeys : onlyKey(hostKey),
        ...(authorizedKeys && { authorizedKeys }),
        ...(files && { files }),
      });
    const device = { name, host: bind, port: await listen(node, startSsh), username, password };
    const described = { ...device, platform: player.name, title: player.title };
    if (telnetPort === undefined) return described;
    const ports = { port: telnetPort, lastPort: node.lastTelnetPort };
    return {
      ...described,
      telnetPort: await listen(ports, (port) => startTelnetServer({ ...access, port })),
    };
  };

  const started: NetworkDevice[] = [];
  for (let at = 0; at < order.nodes.length; at += BATCH) {
    const outcomes = await Promise.allSettled(order.nodes.slice(at, at + BATCH).map(startNode));
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) {
      await close();
      throw failure.reason;
    }
    const batch = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    started.push(...batch);
    parts.onListening(batch);
  }
  hostKeys
    .addRsa()
    .catch((error: unknown) => parts.logger.warn(`There is no RSA host key: ${messageOf(error)}`));
  return {
    devices: started,
    recorder,
    behaviors: () => Object.fromEntries(started.map(({ name }) => [name, behavior.of(name).current])),
    behave: (hosts, next) => behavior.set(hosts, next),
    hangUp: (name) => servers.get(name)?.forEach((server) => server.hangUp()),
    close,
  };
}

function onlyKey(key: string): HostKeys {
  const keys = [key];
  return { current: () => keys, addRsa: () => Promise.resolve() };
}
