import { FakeNosError, messageOf } from '../errors';
import type { DeviceAccess, DeviceServer } from '../transport/device-access';
import type { HostKeys } from '../transport/host-keys';
import { createHostKeys } from '../transport/host-keys';
import { startSshServer } from '../transport/ssh-server';
import type { NetworkDevice, NetworkOrder, NodeOrder } from './network-messages';
import type { NodePlayer, PlayerParts } from './node-player';
import { nodePlayers } from './node-player';

/** What devices are made of. */
export interface DeviceParts extends PlayerParts {
  readonly onListening: (devices: readonly NetworkDevice[]) => void;
}

/** Devices that listen, in the order of the nodes. */
export interface StartedDevices {
  readonly devices: readonly NetworkDevice[];
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
  const servers: DeviceServer[] = [];
  const close = async () => {
    await Promise.all(servers.map((server) => server.close()));
  };

  const startNode = async (node: NodeOrder): Promise<NetworkDevice> => {
    const player = playerOf(node);
    const { name, username, password, hostKey, authorizedKeys, bind = order.bind } = node;
    const access = { ...accessOf(node, player, bind), logger: parts.logger };
    const ssh = await listen(node, bind, (port) =>
      startSshServer({
        ...access,
        port,
        hostKeys: hostKey === undefined ? hostKeys : onlyKey(hostKey),
        ...(authorizedKeys && { authorizedKeys }),
      }),
    );
    servers.push(ssh);
    const device = { name, host: bind, port: ssh.port, username, password };
    return { ...device, platform: player.name, title: player.title };
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
  return { devices: started, close };
}

function accessOf(
  { name, username, password, banner }: NodeOrder,
  { open, platform }: NodePlayer,
  bind: string,
): Omit<DeviceAccess, 'port' | 'logger'> {
  return {
    device: name,
    openDialogue: open,
    credentials: { username, password },
    bind,
    ...(platform?.login && { login: platform.login }),
    ...(banner !== undefined && { banner }),
  };
}

/** Listens on the port it had last if that is still free, else on the one that is ordered. */
async function listen(
  { name, port, lastPort }: NodeOrder,
  bind: string,
  start: (port: number) => Promise<DeviceServer>,
): Promise<DeviceServer> {
  if (port === 0 && lastPort !== undefined) {
    try {
      return await start(lastPort);
    } catch (error) {
      if (!isTaken(error)) throw cannotListen(name, bind, lastPort, error);
    }
  }
  try {
    return await start(port);
  } catch (error) {
    throw cannotListen(name, bind, port, error);
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function cannotListen(name: string, bind: string, port: number, error: unknown): FakeNosError {
  const where = `${bind} port ${port === 0 ? '(any)' : port}`;
  if (!isTaken(error))
    return new FakeNosError('bind_failed', `${name} cannot listen on ${where}: ${messageOf(error)}`, {
      cause: error,
    });
  const message = `${name} cannot listen on ${where}: another program does. End that program, or give ${name} another port, or auto.`;
  return new FakeNosError('port_in_use', message, { cause: error });
}

function onlyKey(key: string): HostKeys {
  const keys = [key];
  return { current: () => keys, addRsa: () => Promise.resolve() };
}
