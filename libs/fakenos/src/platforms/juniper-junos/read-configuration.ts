import type { BgpFacts, ConfigFacts, InterfaceFacts } from '../../configuration/config-facts';
import type { ConfigTree } from '../../configuration/config-tree';
import { unquoteWord } from '../../configuration/quote-word';
import { sectionAt } from '../../configuration/change-tree';
import { hasLine, numberOf, sectionsOf, valueOf } from '../../configuration/read-tree';
import { activeTree } from './inactive';
import { labName } from './junos-interfaces';

/** What a Junos configuration means for the network. */
export function readConfiguration(whole: ConfigTree): ConfigFacts {
  const tree = activeTree(whole);
  const within = (...path: readonly string[]) => sectionAt(tree, path) ?? [];
  const hostname = valueOf(within('system'), 'host-name');
  const options = within('routing-options');
  const routerId = valueOf(options, 'router-id');
  const interfaces = portsOf(within('interfaces'), ospfOf(within('protocols', 'ospf')));
  const bgp = bgpOf(within('protocols', 'bgp'), numberOf(options, 'autonomous-system'), interfaces);
  return {
    ...(hostname !== undefined && { hostname: unquoteWord(hostname) }),
    ...(routerId !== undefined && { routerId }),
    ...(bgp && { bgp }),
    interfaces,
    staticRoutes: sectionsOf(within('routing-options', 'static'), 'route').flatMap(({ name, children }) => {
      const nextHop = valueOf(children, 'next-hop');
      return nextHop === undefined ? [] : [{ prefix: name, nextHop }];
    }),
  };
}

type OspfFacts = Pick<InterfaceFacts, 'ospfArea' | 'ospfCost' | 'ospfPassive'>;

function ospfOf(ospf: ConfigTree): ReadonlyMap<string, OspfFacts> {
  const members = sectionsOf(ospf, 'area').flatMap(({ name: ospfArea, children }) =>
    sectionsOf(children, 'interface')
      .filter((one) => !hasLine(one.children, 'disable'))
      .map(({ name, children: lines }): readonly [string, OspfFacts] => {
        const ospfCost = numberOf(lines, 'metric');
        const ospfPassive = hasLine(lines, 'passive');
        return [name, { ospfArea, ospfPassive, ...(ospfCost !== undefined && { ospfCost }) }];
      }),
  );
  return new Map(members);
}

function portsOf(interfaces: ConfigTree, ospf: ReadonlyMap<string, OspfFacts>): readonly InterfaceFacts[] {
  return interfaces.flatMap(({ text: port, children: lines }) => {
    if (!lines) return [];
    const isUp = !hasLine(lines, 'disable');
    const description = valueOf(lines, 'description');
    const mtu = numberOf(lines, 'mtu');
    const units = sectionsOf(lines, 'unit').map(({ name: unit, children }): InterfaceFacts => {
      const own = valueOf(children, 'description') ?? description;
      const ipv4 = addressOf(children, 'family inet');
      const ipv6 = addressOf(children, 'family inet6');
      return {
        name: labName(port, unit),
        adminUp: isUp && !hasLine(children, 'disable'),
        ...(own !== undefined && { description: unquoteWord(own) }),
        ...(mtu !== undefined && { mtu }),
        ...(ipv4 !== undefined && { ipv4 }),
        ...(ipv6 !== undefined && { ipv6 }),
        ...(ospf.get(`${port}.${unit}`) ?? ospf.get('all')),
      };
    });
    const whole = labName(port, '0');
    if (units.some(({ name }) => name === whole) || /^(?:lo|irb)/.test(port)) return units;
    const bare: InterfaceFacts = {
      name: whole,
      adminUp: isUp,
      ...(description !== undefined && { description: unquoteWord(description) }),
      ...(mtu !== undefined && { mtu }),
    };
    return [bare, ...units];
  });
}

/** The address that is marked as primary, else the first one. */
function addressOf(unit: ConfigTree, family: string): string | undefined {
  const addresses = sectionsOf(sectionAt(unit, [family]) ?? [], 'address');
  return (addresses.find(({ children }) => hasLine(children, 'primary')) ?? addresses[0])?.name;
}

function bgpOf(
  bgp: ConfigTree,
  as: number | undefined,
  interfaces: readonly InterfaceFacts[],
): BgpFacts | undefined {
  if (as === undefined || bgp.length === 0) return undefined;
  const neighbors = sectionsOf(bgp, 'group').flatMap((group) =>
    sectionsOf(group.children, 'neighbor').flatMap(({ name: ipv4, children }) => {
      const inherited = (word: string) => valueOf(children, word) ?? valueOf(group.children, word);
      const isInternal = valueOf(group.children, 'type') === 'internal';
      const remoteAs = isInternal ? as : Number(inherited('peer-as') ?? NaN);
      const local = inherited('local-address');
      const source = interfaces.find((one) => local !== undefined && one.ipv4?.split('/')[0] === local);
      const description = inherited('description');
      if (Number.isNaN(remoteAs)) return [];
      return [
        {
          ipv4,
          remoteAs,
          ...(description !== undefined && { description: unquoteWord(description) }),
          ...(source && { updateSource: source.name }),
        },
      ];
    }),
  );
  return { as, neighbors };
}
