import type { InterfaceModel, NodeModel, TopologyModel } from '@remote-lab/topology';
import { lazy } from './lazy';
import { nodeAttribute } from './node-attribute';

/** An interface of the topology together with its node and what is on the other end of its link. */
export interface LabPort {
  readonly node: NodeModel;
  readonly port: InterfaceModel;
  /** Every other interface on the same link. */
  readonly peers: readonly LabPort[];
  readonly adminUp: boolean;
  /** False as well when the only other end of the link is shut down. */
  readonly linkUp: boolean;
}

/** The ports of every node by node name, in order of ifindex, with peers resolved. */
export function labPorts(model: TopologyModel): ReadonlyMap<string, readonly LabPort[]> {
  const byName = new Map<string, LabPort>();
  const byNode = new Map<string, readonly LabPort[]>();
  for (const node of model.nodes) {
    const interfaces = [...node.interfaces].sort((left, right) => left.ifindex - right.ifindex);
    const ports = interfaces.map((port) => labPort(node, port, byName));
    byNode.set(node.name, ports);
    for (const port of ports) {
      // netlab gives Junos ports their unit, but not where a neighbour speaks of them.
      byName.set(portKey(node.name, port.port.ifname.replace(/\.0$/, '')), port);
      byName.set(portKey(node.name, port.port.ifname), port);
    }
  }
  return byNode;
}

function labPort(node: NodeModel, port: InterfaceModel, all: ReadonlyMap<string, LabPort>): LabPort {
  const adminUp = nodeAttribute(port.attributes, 'shutdown') !== true;
  const peers = lazy(() =>
    port.neighbors.flatMap(({ node: name, ifname }) => all.get(portKey(name, ifname)) ?? []),
  );
  return {
    node,
    port,
    adminUp,
    get peers() {
      return peers();
    },
    get linkUp() {
      return adminUp && !(peers().length === 1 && peers().some((peer) => !peer.adminUp));
    },
  };
}

function portKey(node: string, ifname: string): string {
  return `${node} ${ifname}`;
}
