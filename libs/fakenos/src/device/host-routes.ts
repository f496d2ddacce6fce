import type { NodeModel, TopologyModel } from '@remote-lab/topology';
import type { DeviceRoute } from './fake-device';
import { ipv4Contains } from './ipv4-order';
import { ipv4Prefix } from './ipv4-prefix';
import type { LabPort } from './lab-ports';

/** netlab's default address pools, to which it gives hosts static routes. */
const POOLS = ['10.0.0.0/24', '10.1.0.0/16', '10.2.0.0/24', '172.16.0.0/16'];

/** What a host needs routes to: the pools in use, and every prefix of the lab that lies in none of them. */
export function hostTargets(model: TopologyModel): readonly string[] {
  const prefixes = model.nodes.flatMap((node) =>
    [node.loopback, ...node.interfaces].flatMap((port) => ipv4Prefix(port?.ipv4)?.prefix ?? []),
  );
  return [...new Set(prefixes.map((prefix) => POOLS.find((pool) => ipv4Contains(pool, prefix)) ?? prefix))];
}

/** A host's way to the targets that are not on its own links: over the first router beside it. */
export function hostRoutes(
  targets: readonly string[],
  node: NodeModel,
  ports: readonly LabPort[],
): readonly DeviceRoute[] {
  const [gateway] = ports.flatMap(({ port, peers }) =>
    peers.flatMap((peer) => {
      const address = ipv4Prefix(peer.port.ipv4);
      const routes = peer.node.role === 'router' && address !== undefined;
      return routes ? [{ interfaceName: port.ifname, nextHop: address.address }] : [];
    }),
  );
  if (node.role !== 'host' || !gateway) return [];
  const own = new Set(ports.flatMap(({ port }) => ipv4Prefix(port.ipv4)?.prefix ?? []));
  return targets
    .filter((prefix) => !own.has(prefix))
    .map((prefix) => ({ prefix, protocol: 'static' as const, ...gateway, distance: 1, metric: 0 }));
}
