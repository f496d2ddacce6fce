import type { ConfigFacts, InterfaceFacts, StaticRouteFacts } from '../../configuration/config-facts';
import type { ConfigTree } from '../../configuration/config-tree';
import type { NamedSection } from '../../configuration/read-tree';
import { hasLine, numberOf, sectionsOf, valueOf, valuesOf } from '../../configuration/read-tree';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { maskedPrefix } from '../../device/masked-prefix';
import { ospfArea } from '../../device/ospf-settings';
import { bgpSections } from '../cisco/bgp-sections';
import { ipMtuOf } from './xr-interfaces';

type OspfFacts = Pick<InterfaceFacts, 'ospfArea' | 'ospfCost' | 'ospfPassive'>;

/** What an IOS XR configuration means. */
export function readConfiguration(tree: ConfigTree): ConfigFacts {
  const hostname = valueOf(tree, 'hostname');
  const [ospf] = sectionsOf(tree, 'router ospf');
  const [bgpSection] = sectionsOf(tree, 'router bgp');
  const routerId =
    valueOf(ospf?.children ?? [], 'router-id') ?? valueOf(bgpSection?.children ?? [], 'bgp router-id');
  const bgp = bgpSection && bgpSections(bgpSection);
  const inOspf = readOspf(ospf?.children ?? []);
  return {
    ...(hostname !== undefined && { hostname }),
    ...(routerId !== undefined && { routerId }),
    ...(bgp && { bgp }),
    interfaces: sectionsOf(tree, 'interface').map((section) => ({
      ...readInterface(section),
      ...inOspf.get(section.name),
    })),
    staticRoutes: readStatic(tree),
  };
}

function readInterface({ name, children }: NamedSection): InterfaceFacts {
  const description = valueOf(children, 'description');
  const [address, mask] = (
    valuesOf(children, 'ipv4 address').find((value) => !value.endsWith(' secondary')) ?? ''
  ).split(' ');
  const ipv4 = maskedPrefix(address, mask);
  const ipv6 = valueOf(children, 'ipv6 address');
  const mtu = numberOf(children, 'mtu');
  return {
    name,
    adminUp: !hasLine(children, 'shutdown'),
    ...(description !== undefined && { description }),
    ...(ipv4 !== undefined && { ipv4 }),
    ...(ipv6 !== undefined && { ipv6 }),
    ...(mtu !== undefined && { mtu: ipMtuOf(mtu) }),
  };
}

function readOspf(ospf: ConfigTree): ReadonlyMap<string, OspfFacts> {
  return new Map(
    sectionsOf(ospf, 'area').flatMap(({ name: area, children }) =>
      sectionsOf(children, 'interface').map(({ name, children: lines }): [string, OspfFacts] => {
        const cost = numberOf(lines, 'cost') ?? numberOf(ospf, 'cost');
        const passive = hasLine(lines, 'passive enable');
        return [
          name,
          { ospfArea: ospfArea(area), ospfPassive: passive, ...(cost !== undefined && { ospfCost: cost }) },
        ];
      }),
    ),
  );
}

function readStatic(tree: ConfigTree): readonly StaticRouteFacts[] {
  return sectionsOf(tree, 'router static')
    .flatMap(({ children }) => sectionsOf(children, 'address-family'))
    .filter(({ name }) => name === 'ipv4 unicast')
    .flatMap(({ children }) =>
      children.flatMap(({ text }) => {
        const [network = '', ...ways] = text.split(' ');
        const prefix = ipv4Prefix(network)?.prefix;
        const nextHop = ways.find((word) => ipv4Prefix(word));
        return prefix !== undefined && nextHop !== undefined ? [{ prefix, nextHop }] : [];
      }),
    );
}
