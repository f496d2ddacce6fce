import { sectionAt } from '../../configuration/change-tree';
import type { BgpFacts, ConfigFacts, InterfaceFacts } from '../../configuration/config-facts';
import type { ConfigTree } from '../../configuration/config-tree';
import { unquoteWord } from '../../configuration/quote-word';
import { hasLine, numberOf, sectionsOf, valueOf } from '../../configuration/read-tree';
import type { NamedSection } from '../../configuration/read-tree';
import { connectorOf, labNameOf } from './sros-ports';

/** What an SR OS configuration means for the network. */
export function readConfiguration(tree: ConfigTree): ConfigFacts {
  const within = (...path: readonly string[]) => sectionAt(tree, ['configure', ...path]) ?? [];
  const router = within('router "Base"');
  const hostname = textOf(within('system'), 'name');
  const routerId = valueOf(router, 'router-id');
  const ospf = ospfOf(router);
  const interfaces = sectionsOf(router, 'interface').map((one) => interfaceOf(one, ospf, within()));
  const bgp = bgpOf(router, interfaces);
  return {
    ...(hostname !== undefined && { hostname }),
    ...(routerId !== undefined && { routerId }),
    ...(bgp && { bgp }),
    interfaces,
    staticRoutes: sectionsOf(sectionAt(router, ['static-routes']) ?? [], 'route').flatMap(
      ({ name, children }) =>
        sectionsOf(children, 'next-hop')
          .filter((hop) => isEnabled(hop.children))
          .map((hop) => ({ prefix: name.split(' ')[0] ?? '', nextHop: unquoteWord(hop.name) })),
    ),
  };
}

type OspfFacts = Pick<InterfaceFacts, 'ospfArea' | 'ospfCost' | 'ospfPassive'>;

/** By the names of the router's interfaces. */
function ospfOf(router: ConfigTree): ReadonlyMap<string, OspfFacts> {
  const instances = sectionsOf(router, 'ospf').filter(({ children }) => isEnabled(children));
  const members = instances.flatMap(({ children }) =>
    sectionsOf(children, 'area').flatMap(({ name: ospfArea, children: area }) =>
      sectionsOf(area, 'interface')
        .filter((one) => isEnabled(one.children))
        .map((one): readonly [string, OspfFacts] => {
          const ospfCost = numberOf(one.children, 'metric');
          const ospfPassive = hasLine(one.children, 'passive true');
          return [one.name, { ospfArea, ospfPassive, ...(ospfCost !== undefined && { ospfCost }) }];
        }),
    ),
  );
  return new Map(members);
}

function interfaceOf(
  { name, children }: NamedSection,
  ospf: ReadonlyMap<string, OspfFacts>,
  whole: ConfigTree,
): InterfaceFacts {
  const port = valueOf(children, 'port');
  const under = port === undefined ? [] : [port.replace(/:.*/, ''), connectorOf(port)];
  const [ethernet = ''] = under;
  const mtu = numberOf(sectionAt(whole, [`port ${ethernet}`, 'ethernet']) ?? [], 'mtu');
  const description = textOf(children, 'description');
  const primary = sectionAt(children, ['ipv4', 'primary']) ?? [];
  const [address, length] = [valueOf(primary, 'address'), valueOf(primary, 'prefix-length')];
  const [ipv6] = sectionsOf(sectionAt(children, ['ipv6']) ?? [], 'address');
  const isUp = [children, ...under.map((one) => sectionAt(whole, [`port ${one}`]) ?? [])].every(isEnabled);
  return {
    name: (port === undefined ? undefined : labNameOf(port)) ?? unquoteWord(name),
    adminUp: isUp,
    ...(description !== undefined && { description }),
    ...(mtu !== undefined && { mtu }),
    ...(address !== undefined && length !== undefined && { ipv4: `${address}/${length}` }),
    ...(ipv6 && { ipv6: `${ipv6.name}/${valueOf(ipv6.children, 'prefix-length') ?? '128'}` }),
    ...ospf.get(name),
  };
}

function bgpOf(router: ConfigTree, interfaces: readonly InterfaceFacts[]): BgpFacts | undefined {
  const as = numberOf(router, 'autonomous-system');
  const bgp = sectionAt(router, ['bgp']);
  if (as === undefined || !bgp || !isEnabled(bgp)) return undefined;
  const neighbors = sectionsOf(bgp, 'neighbor').flatMap(({ name, children }) => {
    const group = sectionAt(bgp, [`group ${valueOf(children, 'group') ?? ''}`]) ?? [];
    const inherited = (word: string) => valueOf(children, word) ?? valueOf(group, word);
    const remoteAs = Number(inherited('peer-as') ?? (inherited('type') === 'internal' ? as : NaN));
    const local = inherited('local-address');
    const source = interfaces.find(({ ipv4 }) => local !== undefined && ipv4?.split('/')[0] === local);
    const description = inherited('description');
    if (Number.isNaN(remoteAs) || !isEnabled(children) || !isEnabled(group)) return [];
    return [
      {
        ipv4: unquoteWord(name),
        remoteAs,
        ...(description !== undefined && { description: unquoteWord(description) }),
        ...(source && { updateSource: source.name }),
      },
    ];
  });
  return { as, neighbors };
}

function isEnabled(section: ConfigTree): boolean {
  return !hasLine(section, 'admin-state disable');
}

function textOf(section: ConfigTree, words: string): string | undefined {
  const value = valueOf(section, words);
  return value === undefined ? undefined : unquoteWord(value);
}
