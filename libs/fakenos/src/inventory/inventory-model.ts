import type { InterfaceModel, LinkModel, NodeModel, TopologyModel } from '@remote-lab/topology';
import type { PlatformPorts } from '../engine/platform';
import {
  linkEnds,
  loopbackAddress,
  managementAddress,
  managementMac,
  stubAddress,
} from './inventory-addresses';
import type { HostLink } from './read-links';

/** A host as it stands in the network. */
export interface ModelHost {
  readonly name: string;
  /** Name of the platform that plays it. */
  readonly device: string;
  readonly ports: PlatformPorts;
  /** What it calls itself, where that is not its name. */
  readonly hostname?: string | undefined;
}

const STUBS = 2;

/**
 * The network of an inventory. Linked hosts have an interface for each link, in the order of the links, with addresses out
 * of 10.1.0.0/16, 10.2.0.0/16, …; hosts without links have two interfaces on which nobody else is, so that there is something to show.
 */
export function inventoryModel(
  name: string,
  hosts: readonly ModelHost[],
  links: readonly HostLink[],
): TopologyModel {
  const ids = new Map(hosts.map((host, index) => [host.name, index + 1]));
  const byName = new Map(hosts.map((host) => [host.name, host]));
  const interfaces = new Map<string, InterfaceModel[]>(hosts.map((host) => [host.name, []]));
  const models: LinkModel[] = [];

  for (const link of links) {
    const [left, right] = [byName.get(link.a), byName.get(link.b)];
    if (!left || !right) continue;
    models.push(addLink(left, right, models.length + 1, interfaces));
  }
  for (const host of hosts) {
    const own = interfaces.get(host.name);
    if (own?.length !== 0) continue;
    for (let stub = 0; stub < STUBS; stub++) models.push(addStub(host, models.length + 1, own));
  }
  const nodes = hosts.map((host) =>
    nodeModel(host, ids.get(host.name) ?? 0, interfaces.get(host.name) ?? []),
  );
  return { name, nodes, links: models };
}

function addLink(
  left: ModelHost,
  right: ModelHost,
  linkindex: number,
  interfaces: ReadonlyMap<string, InterfaceModel[]>,
): LinkModel {
  const addresses = linkEnds(linkindex);
  const ends = [
    { host: left, ipv4: addresses.a },
    { host: right, ipv4: addresses.b },
  ].map(({ host, ipv4 }) => {
    const ifindex = (interfaces.get(host.name)?.length ?? 0) + 1;
    return { node: host.name, ifname: host.ports.ethernet(ifindex), ifindex, ipv4 };
  });
  for (const [at, { node, ...end }] of ends.entries()) {
    const neighbors = ends
      .filter((_, other) => other !== at)
      .map(({ node, ifname, ipv4 }) => ({ node, ifname, ipv4 }));
    const name = `${node} -> ${neighbors.map((neighbor) => neighbor.node).join(', ')}`;
    interfaces.get(node)?.push({ ...end, name, linkindex, type: 'p2p', neighbors, attributes: {} });
  }
  return {
    linkindex,
    type: 'p2p',
    ipv4: addresses.prefix,
    ends: ends.map(({ node, ifname }) => ({ node, ifname })),
  };
}

function addStub(host: ModelHost, linkindex: number, own: InterfaceModel[]): LinkModel {
  const { address, prefix } = stubAddress(linkindex);
  const ifindex = own.length + 1;
  const ifname = host.ports.ethernet(ifindex);
  const port = { ifindex, ifname, name: '', linkindex, ipv4: address, neighbors: [], attributes: {} };
  own.push({ ...port, type: 'stub' });
  return { linkindex, type: 'stub', ipv4: prefix, ends: [{ node: host.name, ifname }] };
}

function nodeModel(
  { name, device, ports, hostname }: ModelHost,
  id: number,
  interfaces: readonly InterfaceModel[],
): NodeModel {
  const { loopback } = ports;
  return {
    name,
    id,
    device,
    role: loopback === undefined ? 'host' : 'router',
    modules: [],
    groups: [],
    mgmt: { ifname: ports.management, ipv4: managementAddress(id), mac: managementMac(id) },
    ...(loopback !== undefined && { loopback: { ifname: loopback, ipv4: loopbackAddress(id) } }),
    interfaces,
    attributes: hostname === undefined ? {} : { 'fakenos.hostname': hostname },
  };
}
