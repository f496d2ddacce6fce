import type { ConfigFacts, InterfaceFacts } from './config-facts';
import type { ConfigTree } from './config-tree';
import type { NamedSection } from './read-tree';
import { hasLine, numberOf, sectionsOf, valueOf, valuesOf } from './read-tree';
import { bgpLines } from './bgp-lines';

/** How a language of the `ip address 10.0.0.1/24` kind says what the others say alike. */
export interface PrefixWords {
  /** The section of OSPF: `router ospf 1`, `router ospf`. */
  readonly ospf: string;
  /** The router ID in it: `router-id`, `ospf router-id`. */
  readonly ospfRouterId: string;
  /** The router ID in the BGP section. */
  readonly bgpRouterId: string;
  /** The OSPF area of an interface, without what stands before it: `ip ospf area`. */
  readonly area: RegExp;
}

/** What a configuration means where addresses are written with their prefix lengths: EOS, NX-OS, FRR. */
export function prefixFacts(tree: ConfigTree, words: PrefixWords): ConfigFacts {
  const [ospf] = sectionsOf(tree, words.ospf);
  const [bgpSection] = sectionsOf(tree, 'router bgp');
  const hostname = valueOf(tree, 'hostname');
  const bgp = bgpSection && bgpLines(bgpSection);
  const routerId =
    valueOf(ospf?.children ?? [], words.ospfRouterId) ??
    valueOf(bgpSection?.children ?? [], words.bgpRouterId);
  const passive = new Set(valuesOf(ospf?.children ?? [], 'passive-interface'));
  return {
    ...(hostname !== undefined && { hostname }),
    ...(routerId !== undefined && { routerId }),
    ...(bgp && { bgp }),
    interfaces: sectionsOf(tree, 'interface').map((section) =>
      readInterface(section, { area: words.area, hasOspf: ospf !== undefined, passive }),
    ),
    staticRoutes: valuesOf(tree, 'ip route').flatMap((line) => {
      const [prefix, nextHop] = line.split(' ');
      return prefix !== undefined && nextHop !== undefined ? [{ prefix, nextHop }] : [];
    }),
  };
}

function readInterface(
  { name, children }: NamedSection,
  ospf: { readonly area: RegExp; readonly hasOspf: boolean; readonly passive: ReadonlySet<string> },
): InterfaceFacts {
  const [ipv4] = valuesOf(children, 'ip address').filter((value) => !value.endsWith(' secondary'));
  const ipv6 = valueOf(children, 'ipv6 address');
  const description = valueOf(children, 'description');
  const area = children.flatMap(({ text }) => ospf.area.exec(text)?.[1] ?? [])[0];
  const cost = numberOf(children, 'ip ospf cost');
  const mtu = numberOf(children, 'mtu');
  const ospfPassive = ospf.passive.has(name) || hasLine(children, 'ip ospf passive');
  return {
    name,
    adminUp: !hasLine(children, 'shutdown'),
    ...(description !== undefined && { description }),
    ...(ipv4 !== undefined && { ipv4 }),
    ...(ipv6 !== undefined && { ipv6: ipv6.toLowerCase() }),
    ...(mtu !== undefined && { mtu }),
    ...(ospf.hasOspf && area !== undefined && { ospfArea: area, ospfPassive }),
    ...(cost !== undefined && { ospfCost: cost }),
  };
}
