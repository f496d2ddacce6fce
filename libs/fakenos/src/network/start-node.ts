import type { NetworkBehavior } from '../behavior/network-behavior';
import { withBehavior } from '../behavior/with-behavior';
import type { Logger } from '../logger';
import type { SessionRecorder } from '../recording/session-recorder';
import { withRecording } from '../recording/with-recording';
import type { DeviceAccess, DeviceServer } from '../transport/device-access';
import type { HostKeys } from '../transport/host-keys';
import { startSshServer } from '../transport/ssh-server';
import { startTelnetServer } from '../transport/telnet-server';
import { listenAsOrdered } from './listen-as-ordered';
import type { NetworkDevice, NodeOrder } from './network-messages';
import type { NodePlayer } from './node-player';

/** What the nodes of a network share. */
export interface NodeSurroundings {
  /** Address of those nodes that say no other. */
  readonly bind: string;
  readonly playerOf: (node: NodeOrder) => NodePlayer;
  readonly behavior: NetworkBehavior;
  readonly recorder: SessionRecorder;
  /** Of those nodes that have no key of their own. */
  readonly hostKeys: HostKeys;
  readonly logger: Logger;
  /** Told of each server as soon as it listens, also when the node fails afterwards. */
  readonly onServer: (node: string, server: DeviceServer) => void;
}

/** Starts the servers of a node; rejects with `unsupported_device`, `port_in_use` or `bind_failed`. */
export async function startNode(node: NodeOrder, surroundings: NodeSurroundings): Promise<NetworkDevice> {
  const { name, username, password, port, lastPort, telnetPort, lastTelnetPort } = node;
  const { onServer, playerOf } = surroundings;
  const player = playerOf(node);
  const access = accessTo(node, player, surroundings);
  const { bind } = access;
  const listen = async (
    ports: { readonly port: number; readonly lastPort: number | undefined },
    start: (port: number) => Promise<DeviceServer>,
  ) => {
    const server = await listenAsOrdered({ name, bind, ...ports }, start);
    onServer(name, server);
    return server.port;
  };
  const { hostKey, authorizedKeys } = node;
  const ssh = {
    ...access,
    hostKeys: hostKey === undefined ? surroundings.hostKeys : onlyKey(hostKey),
    ...(authorizedKeys && { authorizedKeys }),
    ...(player.files && { files: player.files }),
  };
  const sshPort = await listen({ port, lastPort }, (wanted) => startSshServer({ ...ssh, port: wanted }));
  const device = { name, host: bind, port: sshPort, username, password };
  const described = { ...device, platform: player.name, title: player.title };
  if (telnetPort === undefined) return described;
  const ports = { port: telnetPort, lastPort: lastTelnetPort };
  const telnet = await listen(ports, (wanted) => startTelnetServer({ ...access, port: wanted }));
  return { ...described, telnetPort: telnet };
}

/** How a node is reached: its sessions are recorded, and behave as the network says. */
function accessTo(
  { name, username, password, banner, behavior: own, bind }: NodeOrder,
  { open, platform }: NodePlayer,
  { behavior, recorder, logger, ...network }: NodeSurroundings,
): Omit<DeviceAccess, 'port'> {
  if (own) behavior.set([name], own);
  const host = behavior.of(name);
  return {
    device: name,
    openDialogue: withRecording(open, {
      recorder,
      host: name,
      behind: (inner) => withBehavior(inner, host),
    }),
    credentials: { username, password },
    bind: bind ?? network.bind,
    door: host,
    logger,
    ...(platform?.login && { login: platform.login }),
    ...(banner !== undefined && { banner }),
  };
}

function onlyKey(key: string): HostKeys {
  const keys = [key];
  return { current: () => keys, addRsa: () => Promise.resolve() };
}
