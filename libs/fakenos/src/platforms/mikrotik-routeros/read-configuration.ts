import type { BgpFacts, ConfigFacts, InterfaceFacts } from '../../configuration/config-facts';
import type { ConfigTree } from '../../configuration/config-tree';
import { sectionsOf } from '../../configuration/read-tree';
import { ipv4Contains } from '../../device/ipv4-order';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix } from '../../device/ipv6-prefix';
import { selected } from './entry';
import type { SectionEntry } from './section-entries';
import { isEnabled, sectionEntries } from './section-entries';

const DEFAULT_MTU = 1500;

/** What a RouterOS configuration means for the network; that of 6 and that of 7, whichever it has. */
export function readConfiguration(tree: ConfigTree): ConfigFacts {
  const enabled = (section: string) => sectionEntries(tree, section).filter(isEnabled);
  const hostname = valueOf(sectionEntries(tree, '/system identity'), 'name');
  const bgp = readBgp(tree);
  const routerId =
    valueOf(enabled('/routing ospf instance'), 'router-id') ??
    valueOf(enabled('/routing bgp instance'), 'router-id') ??
    valueOf(enabled('/routing bgp template'), 'router-id');
  const addresses = enabled('/ip address');
  const addresses6 = enabled('/ipv6 address');
  const on = (entries: readonly SectionEntry[], name: string) =>
    valueOf(
      entries.filter(({ values }) => values.get('interface') === name),
      'address',
    );
  return {
    ...(hostname !== undefined && { hostname }),
    ...(routerId !== undefined && { routerId }),
    ...(bgp && { bgp }),
    interfaces: interfacesIn(tree).map(({ name, entry, isLoopback }): InterfaceFacts => {
      const ipv4 = on(addresses, name);
      const ipv6 = on(addresses6, name);
      const description = entry.values.get('comment');
      const mtu = Number(entry.values.get('mtu') ?? DEFAULT_MTU);
      return {
        name,
        adminUp: isEnabled(entry),
        ...(ipv4 !== undefined && { ipv4 }),
        ...(ipv6 !== undefined && ipv6Prefix(ipv6) && { ipv6 }),
        ...(description !== undefined && { description }),
        ...(!isLoopback && { mtu }),
        ...readOspf(tree, name, ipv4),
      };
    }),
    staticRoutes: enabled('/ip route').flatMap(({ values }) => {
      const prefix = ipv4Prefix(values.get('dst-address') ?? '0.0.0.0/0')?.prefix;
      return prefix === undefined
        ? []
        : (values.get('gateway') ?? '').split(',').map((nextHop) => ({ prefix, nextHop }));
    }),
  };
}

interface InterfaceEntry {
  readonly name: string;
  readonly entry: SectionEntry;
  readonly isLoopback: boolean;
}

function interfacesIn(tree: ConfigTree): readonly InterfaceEntry[] {
  return sectionsOf(tree, '/interface').flatMap(({ name: kind }) =>
    sectionEntries(tree, `/interface ${kind}`).flatMap((entry) => {
      const isLoopback = kind === 'bridge';
      const name = kind === 'ethernet' ? selected(entry, 'default-name') : entry.values.get('name');
      return name === undefined ? [] : [{ name, entry, isLoopback }];
    }),
  );
}

type OspfFacts = Pick<InterfaceFacts, 'ospfArea' | 'ospfCost' | 'ospfPassive'>;

function readOspf(tree: ConfigTree, name: string, ipv4: string | undefined): OspfFacts {
  const settings =
    find(tree, '/routing ospf interface-template', ({ values }) => {
      const { interfaces, networks } = {
        interfaces: values.get('interfaces'),
        networks: values.get('networks'),
      };
      const byName = interfaces?.split(',').some((one) => one === name || one === 'all') ?? false;
      return byName || (networks?.split(',').some((network) => covers(network, ipv4)) ?? false);
    }) ??
    find(tree, '/routing ospf interface', ({ values }) => values.get('interface') === name) ??
    find(tree, '/routing ospf interface', ({ values }) => values.get('interface') === 'all');
  const network = find(tree, '/routing ospf network', ({ values }) => covers(values.get('network'), ipv4));
  const area = settings?.values.get('area') ?? network?.values.get('area');
  if (area === undefined) return {};
  const cost = settings?.values.get('cost');
  const named = find(tree, '/routing ospf area', ({ values }) => values.get('name') === area);
  return {
    ospfArea: named?.values.get('area-id') ?? '0.0.0.0',
    ospfPassive: settings?.values.get('passive') === 'yes',
    ...(cost !== undefined && { ospfCost: Number(cost) }),
  };
}

function readBgp(tree: ConfigTree): BgpFacts | undefined {
  const enabled = (section: string) => sectionEntries(tree, section).filter(isEnabled);
  const connections = enabled('/routing bgp connection');
  const as =
    valueOf(enabled('/routing bgp instance'), 'as') ??
    valueOf(enabled('/routing bgp template'), 'as') ??
    valueOf(connections, 'as');
  if (as === undefined) return undefined;
  const peers = enabled('/routing bgp peer').map(({ values }) => ({
    ipv4: values.get('remote-address') ?? '',
    remoteAs: Number(values.get('remote-as')),
    name: values.get('name'),
    updateSource: values.get('update-source'),
  }));
  const sessions = connections.map(({ values }) => ({
    ipv4: ipv4Prefix(values.get('remote.address'))?.address ?? '',
    remoteAs: Number(values.get('remote.as') ?? as),
    name: values.get('name'),
    updateSource: interfaceWith(tree, values.get('local.address')),
  }));
  return {
    as: Number(as),
    neighbors: [...peers, ...sessions].map(({ ipv4, remoteAs, name, updateSource }) => ({
      ipv4,
      remoteAs,
      ...(name !== undefined && { description: name }),
      ...(updateSource !== undefined && { updateSource }),
    })),
  };
}

/** Who has an address of our own. */
function interfaceWith(tree: ConfigTree, address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  return find(
    tree,
    '/ip address',
    ({ values }) => ipv4Prefix(values.get('address'))?.address === address,
  )?.values.get('interface');
}

function find(
  tree: ConfigTree,
  section: string,
  fits: (entry: SectionEntry) => boolean,
): SectionEntry | undefined {
  return sectionEntries(tree, section).filter(isEnabled).find(fits);
}

function valueOf(entries: readonly SectionEntry[], property: string): string | undefined {
  return entries.find(({ values }) => values.has(property))?.values.get(property);
}

function covers(network: string | undefined, ipv4: string | undefined): boolean {
  const prefix = ipv4Prefix(network)?.prefix;
  const address = ipv4Prefix(ipv4)?.address;
  return prefix !== undefined && address !== undefined && ipv4Contains(prefix, address);
}
