import type { InterfaceModel, NodeModel, TopologyModel } from '@remote-lab/topology';

/**
 * What two readers have to agree on: nodes in their order, devices, management, loopbacks, interfaces, addresses,
 * neighbors and links. Left out is what netlab computes and our reader takes as written: settings of modules, modules
 * that a node turns out not to need, groups without members of their own.
 */
export function comparable({ nodes, links }: TopologyModel): unknown {
  return { nodes: nodes.map(comparableNode), links };
}

function comparableNode(node: NodeModel): unknown {
  const { name, id, device, role, mgmt, loopback, mtu, interfaces } = node;
  return { name, id, device, role, mgmt, loopback, mtu, interfaces: interfaces.map(comparableInterface) };
}

/** netlab numbers links, not what VLANs make of them. */
function comparableInterface(one: InterfaceModel): unknown {
  const isNumbered = one.type !== 'svi' && one.type !== 'vlan_member';
  return { ...one, attributes: {}, linkindex: isNumbered ? one.linkindex : 0 };
}
