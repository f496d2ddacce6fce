import type { NodeModel } from '@remote-lab/topology';
import type { DeviceInterface } from './fake-device';
import { interfaceMac } from './interface-mac';
import { ipv4Prefix } from './ipv4-prefix';
import type { LabPort } from './lab-ports';
import { nodeAttribute } from './node-attribute';
import { ospfArea, ospfSettings, runsOspf } from './ospf-settings';
import { ospfState } from './ospf-state';

const DEFAULT_MTU = 1500;
const LOOPBACK_MTU = 65_536;
const MGMT_PREFIX_LENGTH = 24;

/** The interfaces of a device: management, loopback if any, then its links in the order given. */
export function deviceInterfaces(node: NodeModel, ports: readonly LabPort[]): readonly DeviceInterface[] {
  const loopback = loopbackInterface(node);
  return [mgmtInterface(node), ...(loopback ? [loopback] : []), ...ports.map(linkInterface)];
}

function mgmtInterface({ mgmt }: NodeModel): DeviceInterface {
  const { ipv4 } = mgmt;
  return {
    kind: 'mgmt',
    name: mgmt.ifname,
    ifindex: 0,
    ipv4: ipv4.includes('/') ? ipv4 : `${ipv4}/${MGMT_PREFIX_LENGTH}`,
    mac: mgmt.mac,
    mtu: DEFAULT_MTU,
    adminUp: true,
    linkUp: true,
  };
}

function loopbackInterface(node: NodeModel): DeviceInterface | undefined {
  const { loopback } = node;
  if (!loopback) return undefined;
  const inOspf = runsOspf(node) && loopback.ipv4 !== undefined;
  return {
    kind: 'loopback',
    name: loopback.ifname,
    ifindex: 0,
    ...addressesOf(loopback),
    mac: '00:00:00:00:00:00',
    mtu: LOOPBACK_MTU,
    adminUp: true,
    linkUp: true,
    ...(inOspf && {
      ospfArea: ospfArea(nodeAttribute(node.attributes, 'ospf.area')),
      ospfCost: 0,
      ospfPassive: false,
      ospfState: 'LOOP',
    }),
  };
}

function linkInterface(labPort: LabPort): DeviceInterface {
  const { node, port, adminUp, linkUp } = labPort;
  const ospf = ospfSettings(labPort);
  return {
    kind: port.type === 'loopback' ? 'loopback' : 'ethernet',
    name: port.ifname,
    ifindex: port.ifindex,
    ...(port.name !== '' && { description: port.name }),
    ...addressesOf(port),
    mac: interfaceMac(node, port),
    mtu: port.mtu ?? node.mtu ?? DEFAULT_MTU,
    adminUp,
    linkUp,
    ...(ospf && {
      ospfArea: ospf.area,
      ospfCost: ospf.cost,
      ospfPassive: ospf.passive,
      ospfState: ospfState(labPort),
    }),
  };
}

/** Only real addresses: a topology may also say that a link is unnumbered. */
function addressesOf(from: { readonly ipv4?: string; readonly ipv6?: string }): {
  ipv4?: string;
  ipv6?: string;
} {
  return {
    ...(from.ipv4 !== undefined && ipv4Prefix(from.ipv4) !== undefined && { ipv4: from.ipv4 }),
    ...(from.ipv6?.includes(':') && { ipv6: from.ipv6 }),
  };
}
