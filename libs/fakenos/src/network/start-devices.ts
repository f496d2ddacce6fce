import type { FakeDevice } from '../device/fake-device';
import type { CommandTree } from '../engine/command-tree';
import { compileCommands } from '../engine/command-tree';
import { createHostKeys } from '../transport/host-keys';
import type { Platform } from '../engine/platform';
import { Shell } from '../engine/shell';
import type { DeviceServer } from '../transport/device-access';
import { startSshServer } from '../transport/ssh-server';
import { FakeNosError, messageOf } from '../errors';
import type { Logger } from '../logger';
import type { NetworkDevice, NetworkOrder, NodeOrder } from './network-messages';

/** What devices are made of. */
export interface DeviceParts {
  readonly devices: ReadonlyMap<string, FakeDevice>;
  readonly platformFor: (netlabDevice: string) => Platform | undefined;
  readonly logger: Logger;
  readonly onListening: (devices: readonly NetworkDevice[]) => void;
}

/** Devices that listen, in the order of the nodes. */
export interface StartedDevices {
  readonly devices: readonly NetworkDevice[];
  close(): Promise<void>;
}

/** So many at once, that the first ones are reported while the others still start. */
const BATCH = 100;

/** Starts an SSH server for each node of the order; when one cannot start, none is left. */
export async function startDevices(order: NetworkOrder, parts: DeviceParts): Promise<StartedDevices> {
  const hostKeys = createHostKeys();
  const trees = new Map<Platform, CommandTree>();
  const treeOf = (platform: Platform): CommandTree => {
    const tree = trees.get(platform) ?? compileCommands(platform);
    trees.set(platform, tree);
    return tree;
  };
  const servers: DeviceServer[] = [];
  const close = async () => {
    await Promise.all(servers.map((server) => server.close()));
  };

  const startNode = async (node: NodeOrder): Promise<NetworkDevice> => {
    const { username, password, name, port } = node;
    const device = parts.devices.get(name);
    const platform = device && parts.platformFor(device.netlabDevice);
    if (!device || !platform)
      throw new FakeNosError('unsupported_device', `No fake platform plays the node ${name}.`);
    const { logger } = parts;
    const { bind } = order;
    const credentials = { username, password };
    const server = await startSshServer({
      device: name,
      // The commands are compiled at the first login, so that a device nobody asks costs nothing.
      openDialogue: (client) => new Shell({ ...client, device, tree: treeOf(platform), logger }),
      credentials,
      hostKeys,
      bind,
      port,
      logger,
    }).catch((error: unknown) => {
      const where = `${bind} port ${port === 0 ? '(any)' : port}`;
      throw new FakeNosError('bind_failed', `${name} cannot listen on ${where}: ${messageOf(error)}`, {
        cause: error,
      });
    });
    servers.push(server);
    return {
      name,
      host: bind,
      port: server.port,
      username,
      password,
      platform: platform.name,
      title: platform.title,
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
  return { devices: started, close };
}
