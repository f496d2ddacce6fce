import { sectionAt } from '../../configuration/change-tree';
import type {
  BgpFacts,
  ConfigFacts,
  InterfaceFacts,
  StaticRouteFacts,
} from '../../configuration/config-facts';
import type { ConfigTree } from '../../configuration/config-tree';
import type { NamedSection } from '../../configuration/read-tree';
import { hasLine, numberOf, sectionsOf, valueOf } from '../../configuration/read-tree';

/** What an SR Linux configuration means for the network. */
export function readConfiguration(tree: ConfigTree): ConfigFacts {
  const instance = sectionAt(tree, ['network-instance default']) ?? [];
  const hostname = valueOf(sectionAt(tree, ['system', 'name']) ?? [], 'host-name');
  const routerId = valueOf(instance, 'router-id');
  const ospf = ospfPorts(instance);
  const interfaces = sectionsOf(tree, 'interface').flatMap((section) => interfaceFacts(section, ospf));
  const bgp = bgpFacts(sectionAt(instance, ['protocols', 'bgp']) ?? [], interfaces);
  return {
    ...(hostname !== undefined && { hostname }),
    ...(routerId !== undefined && { routerId }),
    ...(bgp && { bgp }),
    interfaces,
    staticRoutes: staticRoutes(instance),
  };
}

type OspfFacts = Pick<InterfaceFacts, 'ospfArea' | 'ospfCost' | 'ospfPassive'>;

function interfaceFacts(
  { name: port, children }: NamedSection,
  ospf: ReadonlyMap<string, OspfFacts>,
): readonly InterfaceFacts[] {
  const adminUp = !hasLine(children, 'admin-state disable');
  const description = unquoted(valueOf(children, 'description'));
  const mtu = numberOf(children, 'mtu');
  const common = { ...(description !== undefined && { description }), ...(mtu !== undefined && { mtu }) };
  const units = sectionsOf(children, 'subinterface');
  if (units.length === 0) return [{ ...common, name: port, adminUp }];
  return units.map((unit) => {
    const [ipv4] = sectionsOf(sectionAt(unit.children, ['ipv4']) ?? [], 'address');
    const [ipv6] = sectionsOf(sectionAt(unit.children, ['ipv6']) ?? [], 'address');
    return {
      ...common,
      name: nameOf(port, unit.name),
      adminUp: adminUp && !hasLine(unit.children, 'admin-state disable'),
      ...(ipv4 && { ipv4: ipv4.name }),
      ...(ipv6 && { ipv6: ipv6.name }),
      ...ospf.get(`${port}.${unit.name}`),
    };
  });
}

/** The device's own word for a subinterface: the first one of a port is the port, a loopback keeps its number. */
function nameOf(port: string, unit: string): string {
  const isVirtual = /^(?:lo|system|irb)\d/.test(port);
  return unit === '0' && !isVirtual ? port : `${port}.${unit}`;
}

function ospfPorts(instance: ConfigTree): ReadonlyMap<string, OspfFacts> {
  const [process] = sectionsOf(sectionAt(instance, ['protocols', 'ospf']) ?? [], 'instance');
  return new Map(
    sectionsOf(process?.children ?? [], 'area').flatMap((area) =>
      sectionsOf(area.children, 'interface').map(({ name, children }): [string, OspfFacts] => {
        const ospfCost = numberOf(children, 'metric');
        const ospfPassive = hasLine(children, 'passive true');
        return [name, { ospfArea: area.name, ospfPassive, ...(ospfCost !== undefined && { ospfCost }) }];
      }),
    ),
  );
}

function bgpFacts(bgp: ConfigTree, interfaces: readonly InterfaceFacts[]): BgpFacts | undefined {
  const as = numberOf(bgp, 'autonomous-system');
  if (as === undefined) return undefined;
  const groups = new Map(
    sectionsOf(bgp, 'group').map(({ name, children }) => [name, numberOf(children, 'peer-as')]),
  );
  const neighbors = sectionsOf(bgp, 'neighbor').map(({ name, children }) => {
    const description = unquoted(valueOf(children, 'description'));
    const remoteAs = numberOf(children, 'peer-as') ?? groups.get(valueOf(children, 'peer-group') ?? '') ?? as;
    const local = valueOf(sectionAt(children, ['transport']) ?? [], 'local-address');
    const source = interfaces.find(({ ipv4 }) => local !== undefined && ipv4?.split('/')[0] === local);
    return {
      ipv4: name,
      remoteAs,
      ...(description !== undefined && { description }),
      ...(source && { updateSource: source.name }),
    };
  });
  return { as, neighbors };
}

function staticRoutes(instance: ConfigTree): readonly StaticRouteFacts[] {
  const groups = sectionsOf(sectionAt(instance, ['next-hop-groups']) ?? [], 'group');
  return sectionsOf(sectionAt(instance, ['static-routes']) ?? [], 'route').flatMap(({ name, children }) => {
    const group = groups.find((one) => one.name === valueOf(children, 'next-hop-group'));
    return sectionsOf(group?.children ?? [], 'nexthop').flatMap((hop) => {
      const nextHop = valueOf(hop.children, 'ip-address');
      return nextHop === undefined ? [] : [{ prefix: name, nextHop }];
    });
  });
}

function unquoted(text: string | undefined): string | undefined {
  return text?.replace(/^"(.*)"$/, '$1');
}
