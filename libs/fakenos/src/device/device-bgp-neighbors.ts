import type { NodeModel, TopologyModel } from '@remote-lab/topology';
import type { BgpPeer } from './bgp-peer';
import { ipv4Prefix } from './ipv4-prefix';
import type { LabPort } from './lab-ports';
import { numberAttribute } from './node-attribute';

/** The autonomous system of a node that runs BGP. */
export function bgpAsOf(node: NodeModel): number | undefined {
  return node.modules.includes('bgp') ? numberAttribute(node.attributes, 'bgp.as') : undefined;
}

/** The BGP sessions of a node: direct peers of other systems, and the loopbacks of our own. */
export function deviceBgpNeighbors(
  model: TopologyModel,
  node: NodeModel,
  ports: readonly LabPort[],
): readonly BgpPeer[] {
  const own = bgpAsOf(node);
  if (own === undefined) return [];
  const inside = model.nodes.flatMap((other) => {
    const address = ipv4Prefix(other.loopback?.ipv4);
    if (other.name === node.name || bgpAsOf(other) !== own || !address || !node.loopback) return [];
    const updateSource = node.loopback.ifname;
    return [{ name: other.name, ipv4: address.address, remoteAs: own, updateSource }];
  });
  const outside = ports.flatMap(({ peers }) =>
    peers.flatMap((peer) => {
      const remoteAs = bgpAsOf(peer.node);
      const address = ipv4Prefix(peer.port.ipv4);
      if (remoteAs === undefined || remoteAs === own || !address) return [];
      return [{ name: peer.node.name, ipv4: address.address, remoteAs }];
    }),
  );
  return [...inside, ...outside];
}
