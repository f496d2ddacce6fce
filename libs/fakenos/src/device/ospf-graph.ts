import type { NodeModel, TopologyModel } from '@remote-lab/topology';
import { ipv4Prefix } from './ipv4-prefix';
import type { LabPort } from './lab-ports';
import { ospfSettings, runsOspf } from './ospf-settings';

/** One router's part in the link-state database. */
export interface OspfRouter {
  readonly node: NodeModel;
  readonly adjacencies: readonly OspfAdjacency[];
  /** Prefixes that the router announces: its loopback and every OSPF interface, passive ones included. */
  readonly announces: readonly { readonly prefix: string; readonly cost: number }[];
}

/** A two-way neighbourship, seen from the router that pays `cost` to send over it. */
export interface OspfAdjacency {
  readonly local: LabPort;
  readonly remote: LabPort;
  readonly cost: number;
  /** The neighbour's address on the link. */
  readonly nextHop: string;
}

/** The OSPF network of the lab: routers by node name. Links count where both ends run OSPF in the same area. */
export function ospfGraph(
  model: TopologyModel,
  ports: ReadonlyMap<string, readonly LabPort[]>,
): ReadonlyMap<string, OspfRouter> {
  const routers = model.nodes.filter(runsOspf);
  return new Map(routers.map((node) => [node.name, ospfRouter(node, ports.get(node.name) ?? [])]));
}

function ospfRouter(node: NodeModel, ports: readonly LabPort[]): OspfRouter {
  const loopback = ipv4Prefix(node.loopback?.ipv4);
  const running = ports.filter((port) => port.linkUp && ospfSettings(port) !== undefined);
  return {
    node,
    adjacencies: running.flatMap(adjacenciesOf),
    announces: [
      ...(loopback ? [{ prefix: loopback.prefix, cost: 0 }] : []),
      ...running.flatMap((port) => {
        const address = ipv4Prefix(port.port.ipv4);
        return address ? [{ prefix: address.prefix, cost: ospfSettings(port)?.cost ?? 0 }] : [];
      }),
    ],
  };
}

function adjacenciesOf(local: LabPort): OspfAdjacency[] {
  const own = ospfSettings(local);
  if (!own || own.passive) return [];
  return local.peers.flatMap((remote) => {
    const other = ospfSettings(remote);
    const address = ipv4Prefix(remote.port.ipv4);
    const sameRouter = remote.node.name === local.node.name;
    if (!other || other.passive || other.area !== own.area || !remote.linkUp || !address || sameRouter)
      return [];
    return [{ local, remote, cost: own.cost, nextHop: address.address }];
  });
}
