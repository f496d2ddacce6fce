import { sectionAt } from '../../configuration/change-tree';
import type { BgpFacts, ConfigFacts, InterfaceFacts } from '../../configuration/config-facts';
import type { ConfigTree } from '../../configuration/config-tree';
import { sectionsOf, valueOf } from '../../configuration/read-tree';
import { ipv4Contains } from '../../device/ipv4-order';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { maskedPrefix } from '../../device/masked-prefix';
import { unquoted, valueWords } from './values';

const DEFAULT_MTU = 1500;

/** What a FortiOS configuration means for the network. */
export function readConfiguration(tree: ConfigTree): ConfigFacts {
  const at = (...path: readonly string[]) => sectionAt(tree, path) ?? [];
  const hostname = text(at('config system global'), 'hostname');
  const routerId =
    value(at('config router ospf'), 'router-id') ?? value(at('config router bgp'), 'router-id');
  const bgp = readBgp(at('config router bgp'));
  const ospf = readOspf(at('config router ospf'));
  return {
    ...(hostname !== undefined && { hostname }),
    ...(routerId !== undefined && { routerId }),
    ...(bgp && { bgp }),
    interfaces: entries(at('config system interface')).map((entry) => readInterface(entry, ospf)),
    staticRoutes: entries(at('config router static'))
      .filter(({ lines }) => value(lines, 'status') !== 'disable')
      .flatMap(({ lines }) => {
        const prefix = prefixOf(value(lines, 'dst') ?? '0.0.0.0 0.0.0.0');
        const nextHop = value(lines, 'gateway');
        return prefix !== undefined && nextHop !== undefined ? [{ prefix, nextHop }] : [];
      }),
  };
}

interface Entry {
  readonly name: string;
  readonly lines: ConfigTree;
}

interface OspfContext {
  readonly passive: ReadonlySet<string>;
  readonly costs: ReadonlyMap<string, number>;
  readonly networks: readonly { readonly prefix: string; readonly area: string }[];
}

function readInterface({ name, lines }: Entry, ospf: OspfContext): InterfaceFacts {
  const ipv4 = prefixOf(value(lines, 'ip'), { host: true });
  const ipv6 = value(sectionAt(lines, ['config ipv6']) ?? [], 'ip6-address');
  const description = text(lines, 'description') ?? text(lines, 'alias');
  const area = ospf.networks.find(
    ({ prefix }) => ipv4 !== undefined && ipv4Contains(prefix, ipv4Prefix(ipv4)?.address ?? ''),
  )?.area;
  const cost = ospf.costs.get(name);
  const isLoopback = value(lines, 'type') === 'loopback';
  const mtu =
    value(lines, 'mtu-override') === 'enable' ? Number(value(lines, 'mtu') ?? DEFAULT_MTU) : DEFAULT_MTU;
  return {
    name,
    adminUp: value(lines, 'status') !== 'down',
    ...(ipv4 !== undefined && ipv4 !== '0.0.0.0/0' && { ipv4 }),
    ...(ipv6 !== undefined && { ipv6 }),
    ...(description !== undefined && { description }),
    ...(!isLoopback && { mtu }),
    ...(area !== undefined && { ospfArea: area, ospfPassive: ospf.passive.has(name) }),
    ...(cost !== undefined && { ospfCost: cost }),
  };
}

function readOspf(lines: ConfigTree): OspfContext {
  const of = (section: string) => entries(sectionAt(lines, [section]) ?? []);
  return {
    passive: new Set(valueWords(value(lines, 'passive-interface') ?? '')),
    costs: new Map(
      of('config ospf-interface').flatMap((entry) => {
        const on = text(entry.lines, 'interface');
        const cost = value(entry.lines, 'cost');
        return on === undefined || cost === undefined ? [] : [[on, Number(cost)] as const];
      }),
    ),
    networks: of('config network').flatMap((entry) => {
      const prefix = prefixOf(value(entry.lines, 'prefix'));
      return prefix === undefined ? [] : [{ prefix, area: value(entry.lines, 'area') ?? '0.0.0.0' }];
    }),
  };
}

function readBgp(lines: ConfigTree): BgpFacts | undefined {
  const as = value(lines, 'as');
  if (as === undefined || as === '0') return undefined;
  const neighbors = entries(sectionAt(lines, ['config neighbor']) ?? [])
    .filter((entry) => value(entry.lines, 'shutdown') !== 'enable')
    .flatMap((entry) => {
      const remoteAs = value(entry.lines, 'remote-as');
      const description = text(entry.lines, 'description');
      const updateSource = text(entry.lines, 'update-source');
      if (remoteAs === undefined) return [];
      return [
        {
          ipv4: entry.name,
          remoteAs: Number(remoteAs),
          ...(description !== undefined && { description }),
          ...(updateSource !== undefined && { updateSource }),
        },
      ];
    });
  return { as: Number(as), neighbors };
}

function entries(table: ConfigTree): readonly Entry[] {
  return sectionsOf(table, 'edit').map(({ name, children }) => ({ name: unquoted(name), lines: children }));
}

function value(lines: ConfigTree, attribute: string): string | undefined {
  return valueOf(lines, `set ${attribute}`);
}

function text(lines: ConfigTree, attribute: string): string | undefined {
  const shown = value(lines, attribute);
  return shown === undefined ? undefined : unquoted(shown);
}

/** `10.1.0.1 255.255.255.252` as `10.1.0.0/30`, or with the host's own bits. */
function prefixOf(
  shown: string | undefined,
  { host = false }: { readonly host?: boolean } = {},
): string | undefined {
  const [address, mask] = (shown ?? '').split(' ');
  const whole = maskedPrefix(address, mask);
  return host ? whole : ipv4Prefix(whole)?.prefix;
}
