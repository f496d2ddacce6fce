import { bgpLines } from '../../configuration/bgp-lines';
import type { ConfigFacts, InterfaceFacts } from '../../configuration/config-facts';
import type { ConfigTree } from '../../configuration/config-tree';
import { leaf } from '../../configuration/config-tree';
import type { NamedSection } from '../../configuration/read-tree';
import { hasLine, numberOf, sectionsOf, valueOf, valuesOf } from '../../configuration/read-tree';
import { ipv4Contains } from '../../device/ipv4-order';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { maskedPrefix } from '../../device/masked-prefix';

const DEFAULT_MTU = 1500;

/** What a VRP configuration means for the network. */
export function readConfiguration(tree: ConfigTree): ConfigFacts {
  const [ospf] = sectionsOf(tree, 'ospf');
  const [bgpSection] = sectionsOf(tree, 'bgp');
  const hostname = valueOf(tree, 'sysname');
  const bgp = bgpSection && bgpLines(inCommonWords(bgpSection));
  const routerId =
    valueOf(ospf?.children ?? [], 'router-id') ??
    valueOf(bgpSection?.children ?? [], 'router-id') ??
    valueOf(tree, 'router id');
  const context = ospf && readOspf(ospf.children);
  return {
    ...(hostname !== undefined && { hostname }),
    ...(routerId !== undefined && { routerId }),
    ...(bgp && { bgp }),
    interfaces: sectionsOf(tree, 'interface').map((section) => readInterface(section, context)),
    staticRoutes: valuesOf(tree, 'ip route-static').flatMap((line) => {
      const [network, mask, ...ways] = line.split(' ');
      const prefix = maskedPrefix(network, mask);
      const nextHop = ways.find((word) => ipv4Prefix(word) !== undefined);
      return prefix !== undefined && nextHop !== undefined ? [{ prefix, nextHop }] : [];
    }),
  };
}

/** Where the OSPF process runs by its own `network` lines, and where it is silent. */
interface OspfContext {
  readonly silent: ReadonlySet<string>;
  readonly networks: readonly { readonly prefix: string; readonly area: string }[];
}

function readOspf(children: ConfigTree): OspfContext {
  return {
    silent: new Set(valuesOf(children, 'silent-interface')),
    networks: sectionsOf(children, 'area').flatMap(({ name: area, children: lines }) =>
      valuesOf(lines, 'network').flatMap((line) => {
        const [network = '', wildcard = ''] = line.split(' ');
        const prefix = ipv4Prefix(maskedPrefix(network, inverted(wildcard)))?.prefix;
        return prefix === undefined ? [] : [{ prefix, area }];
      }),
    ),
  };
}

function readInterface({ name, children }: NamedSection, ospf: OspfContext | undefined): InterfaceFacts {
  const [address, mask] = (valueOf(children, 'ip address') ?? '').split(' ');
  const ipv4 = maskedPrefix(address, mask);
  const ipv6 = valueOf(children, 'ipv6 address')?.toLowerCase().replace(' ', '/');
  const description = valueOf(children, 'description');
  const [, enabledIn] = /^\d+ area (\S+)$/.exec(valueOf(children, 'ospf enable') ?? '') ?? [];
  const byNetwork = ospf?.networks.find(({ prefix }) => ipv4Contains(prefix, address ?? ''))?.area;
  const ospfArea = enabledIn ?? byNetwork;
  const ospfCost = numberOf(children, 'ospf cost');
  const isLoopback = name.startsWith('LoopBack');
  const mtu = numberOf(children, 'mtu') ?? (isLoopback ? undefined : DEFAULT_MTU);
  return {
    name,
    adminUp: !hasLine(children, 'shutdown'),
    ...(description !== undefined && { description }),
    ...(ipv4 !== undefined && { ipv4 }),
    ...(ipv6 !== undefined && { ipv6 }),
    ...(mtu !== undefined && { mtu }),
    ...(ospf && ospfArea !== undefined && { ospfArea, ospfPassive: ospf.silent.has(name) }),
    ...(ospfCost !== undefined && { ospfCost }),
  };
}

/** BGP in the words that most languages have for it. */
function inCommonWords({ name, children }: NamedSection): NamedSection {
  const lines = valuesOf(children, 'peer').map((line) =>
    leaf(
      `neighbor ${line.replace(' as-number ', ' remote-as ').replace(' connect-interface ', ' update-source ')}`,
    ),
  );
  return { name, children: lines };
}

function inverted(wildcard: string): string {
  return wildcard
    .split('.')
    .map((octet) => 255 - Number(octet))
    .join('.');
}
