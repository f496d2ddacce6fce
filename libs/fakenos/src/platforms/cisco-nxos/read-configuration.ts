import type { ConfigFacts, InterfaceFacts } from '../../configuration/config-facts';
import type { ConfigTree } from '../../configuration/config-tree';
import type { NamedSection } from '../../configuration/read-tree';
import { hasLine, numberOf, sectionsOf, valueOf, valuesOf } from '../../configuration/read-tree';
import { bgpSections } from '../cisco/bgp-sections';
import { ospfArea } from '../../device/ospf-settings';
import { ipv4Prefix } from '../../device/ipv4-prefix';

/** What an NX-OS configuration means. */
export function readConfiguration(tree: ConfigTree): ConfigFacts {
  const hostname = valueOf(tree, 'hostname');
  const ospf = hasLine(tree, 'feature ospf') ? sectionsOf(tree, 'router ospf')[0] : undefined;
  const bgpSection = hasLine(tree, 'feature bgp') ? sectionsOf(tree, 'router bgp')[0] : undefined;
  const routerId =
    valueOf(ospf?.children ?? [], 'router-id') ?? valueOf(bgpSection?.children ?? [], 'router-id');
  const bgp = bgpSection && bgpSections(bgpSection);
  return {
    ...(hostname !== undefined && { hostname }),
    interfaces: sectionsOf(tree, 'interface').map((section) => readInterface(section, ospf !== undefined)),
    ...(routerId !== undefined && { routerId }),
    staticRoutes: valuesOf(tree, 'ip route').flatMap((text) => {
      const [target = '', nextHop = ''] = text.split(' ');
      const prefix = ipv4Prefix(target)?.prefix;
      return prefix !== undefined && ipv4Prefix(nextHop) ? [{ prefix, nextHop }] : [];
    }),
    ...(bgp && { bgp }),
  };
}

function readInterface({ name, children: lines }: NamedSection, hasOspf: boolean): InterfaceFacts {
  const description = valueOf(lines, 'description');
  const ipv4 = valuesOf(lines, 'ip address').find((value) => ipv4Prefix(value));
  const ipv6 = valueOf(lines, 'ipv6 address');
  const mtu = numberOf(lines, 'mtu');
  const cost = numberOf(lines, 'ip ospf cost');
  const area = /\barea (\S+)$/.exec(valueOf(lines, 'ip router ospf') ?? '')?.[1];
  return {
    name,
    adminUp: !hasLine(lines, 'shutdown'),
    ...(description !== undefined && { description }),
    ...(ipv4 !== undefined && { ipv4 }),
    ...(ipv6 !== undefined && { ipv6 }),
    ...(mtu !== undefined && { mtu }),
    ...(hasOspf && area !== undefined && { ospfArea: ospfArea(area) }),
    ...(cost !== undefined && { ospfCost: cost }),
    ...(hasLine(lines, 'ip ospf passive-interface') && { ospfPassive: true }),
  };
}
