import type { NodeModel } from '@remote-lab/topology';
import { ipv4Prefix } from './ipv4-prefix';
import { nodeAttribute } from './node-attribute';

/** The router ID of a node: as configured, else its loopback, else what netlab's own pool would give. */
export function routerId(node: NodeModel): string {
  for (const path of ['ospf.router_id', 'bgp.router_id', 'router_id']) {
    const value = nodeAttribute(node.attributes, path);
    const address = typeof value === 'string' ? ipv4Prefix(value) : undefined;
    if (address) return address.address;
  }
  return ipv4Prefix(node.loopback?.ipv4)?.address ?? `10.0.0.${node.id}`;
}
