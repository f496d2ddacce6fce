import type { NodeModel, TopologyModel } from '@remote-lab/topology';

/** A topology of so many Cisco routers that are not linked to each other: `r1`, `r2`, … */
export function benchModel(routers: number): TopologyModel {
  return {
    name: 'bench',
    nodes: Array.from({ length: routers }, (_, index) => benchNode(index + 1)),
    links: [],
  };
}

function benchNode(id: number): NodeModel {
  return {
    name: `r${id}`,
    id,
    device: 'iosv',
    role: 'router',
    modules: [],
    groups: [],
    mgmt: { ifname: 'GigabitEthernet0/0', ipv4: `192.168.121.${100 + id}`, mac: `ca:fe:00:01:00:00` },
    loopback: { ifname: 'Loopback0', ipv4: `10.0.0.${id}/32` },
    interfaces: [],
    attributes: {},
  };
}
