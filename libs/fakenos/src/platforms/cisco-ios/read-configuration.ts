import { bgpLines } from '../../configuration/bgp-lines';
import type { ConfigFacts, InterfaceFacts } from '../../configuration/config-facts';
import type { ConfigTree } from '../../configuration/config-tree';
import type { NamedSection } from '../../configuration/read-tree';
import { hasLine, numberOf, sectionsOf, valueOf, valuesOf } from '../../configuration/read-tree';
import { maskedPrefix } from '../../device/masked-prefix';

/** What an IOS configuration means for the network. */
export function readConfiguration(tree: ConfigTree): ConfigFacts {
  const [ospf] = sectionsOf(tree, 'router ospf');
  const [bgpSection] = sectionsOf(tree, 'router bgp');
  const hostname = valueOf(tree, 'hostname');
  const bgp = bgpSection && bgpLines(bgpSection);
  const routerId =
    valueOf(ospf?.children ?? [], 'router-id') ?? valueOf(bgpSection?.children ?? [], 'bgp router-id');
  const passive = new Set(valuesOf(ospf?.children ?? [], 'passive-interface'));
  const context = { passive, hasOspf: ospf !== undefined };
  return {
    ...(hostname !== undefined && { hostname }),
    ...(routerId !== undefined && { routerId }),
    ...(bgp && { bgp }),
    interfaces: sectionsOf(tree, 'interface').map((section) => readInterface(section, context)),
    staticRoutes: valuesOf(tree, 'ip route').flatMap((line) => {
      const [network, mask, nextHop] = line.split(' ');
      const prefix = maskedPrefix(network, mask);
      return prefix !== undefined && nextHop !== undefined ? [{ prefix, nextHop }] : [];
    }),
  };
}

interface OspfContext {
  readonly passive: ReadonlySet<string>;
  readonly hasOspf: boolean;
}

function readInterface({ name, children }: NamedSection, ospf: OspfContext): InterfaceFacts {
  const [address, mask] = (valueOf(children, 'ip address') ?? '').split(' ');
  const ipv4 = maskedPrefix(address, mask);
  const ipv6 = valueOf(children, 'ipv6 address')?.toLowerCase();
  const description = valueOf(children, 'description');
  const [, ospfArea] =
    /^\d+ area (\S+)$/.exec(valuesOf(children, 'ip ospf').find((it) => it.includes(' area ')) ?? '') ?? [];
  const ospfCost = numberOf(children, 'ip ospf cost');
  const mtu = numberOf(children, 'mtu');
  return {
    name,
    adminUp: !hasLine(children, 'shutdown'),
    ...(description !== undefined && { description }),
    ...(ipv4 !== undefined && { ipv4 }),
    ...(ipv6 !== undefined && { ipv6 }),
    ...(mtu !== undefined && { mtu }),
    ...(ospf.hasOspf && ospfArea !== undefined && { ospfArea, ospfPassive: ospf.passive.has(name) }),
    ...(ospfCost !== undefined && { ospfCost }),
  };
}
