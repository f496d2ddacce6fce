import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { routeAge } from '../text/duration-words';

const LEGEND = [
  'Codes: L - local, C - connected, S - static, R - RIP, M - mobile, B - BGP',
  '       D - EIGRP, EX - EIGRP external, O - OSPF, IA - OSPF inter area ',
  '       N1 - OSPF NSSA external type 1, N2 - OSPF NSSA external type 2',
  '       E1 - OSPF external type 1, E2 - OSPF external type 2',
  '       i - IS-IS, su - IS-IS summary, L1 - IS-IS level-1, L2 - IS-IS level-2',
  '       ia - IS-IS inter area, * - candidate default, U - per-user static route',
  '       o - ODR, P - periodic downloaded static route, H - NHRP, l - LISP',
  '       a - application route',
  '       + - replicated route, % - next hop override, p - overrides from PfR',
  '',
  'Gateway of last resort is not set',
  '',
];

const CODES = { connected: 'C', local: 'L', ospf: 'O', static: 'S' } as const;

/** `show ip route`, or only the routes of one protocol. */
export function showIpRoute(device: FakeDevice, protocol?: DeviceRoute['protocol']): string {
  const lines = [...grouped(device.routes)].flatMap(([network, all]) => {
    const routes = all.filter((route) => protocol === undefined || route.protocol === protocol);
    return routes.length > 0 ? networkLines(device, network, all, routes) : [];
  });
  return [...LEGEND, ...lines].join('\n');
}

/** Routes stand under their classful network; one that is that network itself stands alone. */
function networkLines(
  device: FakeDevice,
  network: string,
  all: readonly DeviceRoute[],
  routes: readonly DeviceRoute[],
): string[] {
  const prefixes = new Set(all.map(({ prefix }) => prefix));
  const lengths = new Set(all.map(({ prefix }) => lengthOf(prefix)));
  if (prefixes.size === 1 && prefixes.has(network)) return routeLines(device, routes, 6, false);

  const [only] = lengths;
  const bare = network.split('/')[0] ?? network;
  const subnets = `${prefixes.size} subnets`;
  return lengths.size === 1 && only !== undefined
    ? [`      ${bare}/${only} is subnetted, ${subnets}`, ...routeLines(device, routes, 9, true)]
    : [
        `      ${network} is variably subnetted, ${subnets}, ${lengths.size} masks`,
        ...routeLines(device, routes, 9, false),
      ];
}

function routeLines(
  device: FakeDevice,
  routes: readonly DeviceRoute[],
  indent: number,
  bare: boolean,
): string[] {
  const age = routeAge(device.uptimeMs());
  return routes.map((route, index) => {
    const prefix = bare ? (route.prefix.split('/')[0] ?? route.prefix) : route.prefix;
    const start = `${CODES[route.protocol].padEnd(indent)}${prefix} `;
    if (route.nextHop === undefined) return `${start}is directly connected, ${route.interfaceName}`;
    const again = routes[index - 1]?.prefix === route.prefix;
    const via = `[${route.distance}/${route.metric}] via ${route.nextHop}`;
    const since = route.protocol === 'static' ? '' : `, ${age}, ${route.interfaceName}`;
    return `${again ? ' '.repeat(start.length) : start}${via}${since}`;
  });
}

function grouped(routes: readonly DeviceRoute[]): ReadonlyMap<string, readonly DeviceRoute[]> {
  const groups = new Map<string, DeviceRoute[]>();
  for (const route of routes) {
    const network = classfulNetwork(route.prefix);
    const group = groups.get(network) ?? [];
    group.push(route);
    groups.set(network, group);
  }
  return groups;
}

/** The network of class A, B or C that holds an address or a prefix: `10.0.0.0/8`. */
export function classfulNetwork(prefix: string): string {
  const [first = '0', second = '0', third = '0'] = prefix.split('.');
  if (Number(first) < 128) return `${first}.0.0.0/8`;
  if (Number(first) < 192) return `${first}.${second}.0.0/16`;
  return `${first}.${second}.${third}.0/24`;
}

function lengthOf(prefix: string): number {
  return Number(prefix.split('/')[1] ?? 32);
}
