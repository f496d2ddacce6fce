import type { NodeModel } from '@remote-lab/topology';
import type { DeviceNeighbor } from './fake-device';
import { interfaceMac } from './interface-mac';
import { ipv4Prefix } from './ipv4-prefix';
import type { LabPort } from './lab-ports';

/** What neighbours call themselves. */
export interface NeighborWords {
  /** The platform of a netlab device type: `Arista EOS`. */
  readonly titleOf: (netlabDevice: string) => string;
  readonly hostnameOf: (node: NodeModel) => string;
}

/** Whom the device sees by LLDP: every router and switch on its links; plain hosts neither speak nor listen. */
export function deviceNeighbors(
  node: NodeModel,
  ports: readonly LabPort[],
  { titleOf, hostnameOf }: NeighborWords,
): readonly DeviceNeighbor[] {
  if (!speaksLldp(node)) return [];
  return ports
    .filter(({ linkUp }) => linkUp)
    .flatMap(({ port, peers }) =>
      peers
        .filter((peer) => peer.linkUp && speaksLldp(peer.node))
        .map((peer) => neighbor(port.ifname, peer, { titleOf, hostnameOf })),
    );
}

function neighbor(
  interfaceName: string,
  { node, port }: LabPort,
  { titleOf, hostnameOf }: NeighborWords,
): DeviceNeighbor {
  const address = ipv4Prefix(port.ipv4);
  return {
    interfaceName,
    name: hostnameOf(node),
    // LLDP speaks of ports: netlab gives those of Junos their unit.
    neighborInterface: port.ifname.replace(/\.0$/, ''),
    neighborNetlabDevice: node.device,
    neighborTitle: titleOf(node.device),
    neighborMac: interfaceMac(node, port),
    neighborMgmtIpv4: ipv4Prefix(node.mgmt.ipv4)?.address ?? node.mgmt.ipv4,
    ...(address && { neighborIpv4: address.address }),
  };
}

function speaksLldp(node: NodeModel): boolean {
  return node.role !== 'host' && node.device !== 'linux';
}
