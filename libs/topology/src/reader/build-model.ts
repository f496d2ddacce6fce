import { FAMILIES, type Family } from '../addressing/ip';
import type { InterfaceModel, LinkModel, NeighborModel, NodeModel, TopologyModel } from '../topology-model';
import type { DataMap } from '../yaml/data';
import type { BuiltInterface, BuiltNode, InterfaceAddress } from './built-node';
import type { Draft } from './draft';

/** What of a node's attributes the model has fields for. */
const FIELDS = [
  'id',
  'device',
  'role',
  'module',
  'group',
  'mgmt',
  'loopback',
  'interfaces',
  'mtu',
  'provider',
  'name',
];

/** The finished model of everything that has been read and built. */
export function buildModel(
  draft: Draft,
  nodes: ReadonlyMap<string, BuiltNode>,
  links: readonly LinkModel[],
): TopologyModel {
  refuseSharedNames(draft, nodes);
  const { name, provider } = draft.root;
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof provider === 'string' ? { provider } : {}),
    nodes: [...nodes.values()].map(nodeModel),
    links,
  };
}

function nodeModel(node: BuiltNode): NodeModel {
  const { draft, id, device, role, modules, mgmt, loopback, mtu } = node;
  const own = draft.data['provider'];
  return {
    name: draft.name,
    id,
    device: device.name,
    role: role === 'gateway' ? 'router' : role,
    ...(typeof own === 'string' ? { provider: own } : {}),
    modules,
    groups: draft.groups,
    mgmt,
    ...(loopback === undefined ? {} : { loopback }),
    interfaces: node.interfaces.map((one) => interfaceModel(node, one)),
    ...(mtu === undefined ? {} : { mtu }),
    attributes: without(draft.data, FIELDS),
  };
}

function interfaceModel(node: BuiltNode, one: BuiltInterface): InterfaceModel {
  const { ifindex, name, linkindex, type, mtu, role, bridge, macAddress, linkName } = one;
  const suffix = !one.virtual && !one.ifname.includes('.') ? node.device.unitSuffix : '';
  return {
    ifindex,
    ifname: `${one.ifname}${suffix}`,
    name: node.device.name === 'srlinux' ? name.replace('->', '~').replace(/[[\]]/g, '') : name,
    linkindex,
    type,
    ...addressFields(one.addresses),
    ...(mtu === undefined ? {} : { mtu }),
    ...(role === undefined ? {} : { role }),
    ...(bridge === undefined ? {} : { bridge }),
    ...(macAddress === undefined ? {} : { macAddress }),
    ...(linkName === undefined ? {} : { clabName: linkName }),
    ...(one.virtual ? { virtual: true } : {}),
    neighbors: one.neighbors.map((neighbor): NeighborModel => ({
      node: neighbor.node,
      ifname: neighbor.ifname,
      ...addressFields(neighbor.addresses),
    })),
    attributes: one.attributes,
  };
}

function addressFields(addresses: Partial<Record<Family, InterfaceAddress>>): {
  ipv4?: string;
  ipv6?: string;
  unnumbered?: Family[];
} {
  const unnumbered = FAMILIES.filter((family) => addresses[family] === true);
  return {
    ...(typeof addresses.ipv4 === 'string' ? { ipv4: addresses.ipv4 } : {}),
    ...(typeof addresses.ipv6 === 'string' ? { ipv6: addresses.ipv6 } : {}),
    ...(unnumbered.length > 0 ? { unnumbered } : {}),
  };
}

function refuseSharedNames(draft: Draft, nodes: ReadonlyMap<string, BuiltNode>): void {
  for (const node of nodes.values()) {
    const seen = new Set<string>();
    for (const { ifname, linkindex } of node.interfaces) {
      if (seen.has(ifname)) {
        const message = `two interfaces are called ${ifname}; the second is on link ${linkindex}`;
        draft.problems.add(node.draft.place, `nodes.${node.draft.name}`, message);
      }
      seen.add(ifname);
    }
  }
}

function without(data: DataMap, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));
}
