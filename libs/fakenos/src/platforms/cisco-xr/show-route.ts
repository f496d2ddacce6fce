import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { findRoutes } from '../../device/find-routes';
import { ipv6Routes } from '../../device/ipv6-routes';
import { dateWords } from '../text/date-words';
import { routeAge } from '../text/duration-words';

const LEGEND = [
  '',
  'Codes: C - connected, S - static, R - RIP, B - BGP, (>) - Diversion path',
  '       D - EIGRP, EX - EIGRP external, O - OSPF, IA - OSPF inter area',
  '       N1 - OSPF NSSA external type 1, N2 - OSPF NSSA external type 2',
  '       E1 - OSPF external type 1, E2 - OSPF external type 2, E - EGP',
  '       i - ISIS, L1 - IS-IS level-1, L2 - IS-IS level-2',
  '       ia - IS-IS inter area, su - IS-IS summary null, * - candidate default',
  '       U - per-user static route, o - ODR, L - local, G  - DAGR, l - LISP',
  '       A - access/subscriber, a - Application route',
  '       M - mobile route, r - RPL, t - Traffic Engineering, (!) - FRR Backup path',
  '',
  'Gateway of last resort is not set',
  '',
];

const CODES = { connected: 'C', local: 'L', ospf: 'O', static: 'S' } as const;

/** `show route`, or only the routes of one protocol. */
export function showRoute(device: FakeDevice, protocol?: DeviceRoute['protocol']): string {
  const routes = device.routes
    .map((route) => ({ ...route, protocol: shownProtocol(route) }))
    .filter((route) => protocol === undefined || route.protocol === protocol);
  if (routes.length === 0) return '% No matching routes found\n';
  const age = routeAge(device.uptimeMs());
  const lines = routes.map((route, index) => {
    const start = `${CODES[route.protocol].padEnd(5)}${route.prefix} `;
    const { nextHop, interfaceName } = route;
    if (nextHop === undefined) return `${start}is directly connected, ${age}, ${interfaceName}`;
    const again = routes[index - 1]?.prefix === route.prefix;
    const way = `[${route.distance}/${route.metric}] via ${nextHop}, ${age}`;
    const out = route.protocol === 'static' ? '' : `, ${interfaceName}`;
    return `${again ? ' '.repeat(start.length) : start}${way}${out}`;
  });
  return [...LEGEND, ...lines].join('\n');
}

/** `show route 10.1.0.2`, `… 10.1.0.0/30`; undefined when that is neither. */
export function showRouteTo(device: FakeDevice, target: string): string | undefined {
  const routes = findRoutes(device, target);
  const [first] = routes ?? [];
  if (!first) return routes && '% Network not in table\n';
  const installed = new Date(device.now().getTime() - device.uptimeMs());
  const { month, day, time, milliseconds } = dateWords(installed);
  return [
    '',
    `Routing entry for ${first.prefix}`,
    `  Known via ${source(first)}`,
    `  Installed ${month} ${day.padStart(2)} ${time}.${milliseconds} for ${routeAge(device.uptimeMs())}`,
    '  Routing Descriptor Blocks',
    ...(routes ?? []).flatMap(({ nextHop, advertisedBy, interfaceName, metric }) => [
      nextHop === undefined
        ? `    directly connected, via ${interfaceName}`
        : `    ${nextHop}${advertisedBy === undefined ? '' : `, from ${advertisedBy}, via ${interfaceName}`}`,
      `      Route metric is ${metric}`,
    ]),
    '  No advertising protos. ',
  ].join('\n');
}

/** `show route ipv6`. */
export function showRouteIpv6(device: FakeDevice): string {
  const age = routeAge(device.uptimeMs());
  const lines = ipv6Routes(device).flatMap(({ prefix, protocol, interfaceName }) => [
    `${protocol === 'local' ? 'L' : 'C'}    ${prefix} is directly connected,`,
    `      ${age}, ${interfaceName}`,
  ]);
  return lines.length === 0 ? '% No matching routes found\n' : [...LEGEND, ...lines].join('\n');
}

/** The device's own address is local, even where it is the whole network. */
function shownProtocol({ protocol, prefix }: DeviceRoute): DeviceRoute['protocol'] {
  return protocol === 'connected' && prefix.endsWith('/32') ? 'local' : protocol;
}

function source(route: DeviceRoute): string {
  const cost = `distance ${route.distance}, metric ${route.metric}`;
  switch (shownProtocol(route)) {
    case 'ospf':
      return `"ospf 1", ${cost}, type intra area`;
    case 'static':
      return `"static", ${cost}`;
    case 'connected':
      return `"connected", ${cost} (connected)`;
    case 'local':
      return `"local", ${cost} (connected)`;
  }
}
