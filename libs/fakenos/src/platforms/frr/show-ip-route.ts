import type { DeviceInterface, DeviceRoute, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { routeAge } from '../text/duration-words';

const LEGEND = [
  'Codes: K - kernel route, C - connected, L - local, S - static,',
  '       R - RIP, O - OSPF, I - IS-IS, B - BGP, E - EIGRP, N - NHRP,',
  '       T - Table, v - VNC, V - VNC-Direct, A - Babel, F - PBR,',
  '       f - OpenFabric, t - Table-Direct,',
  '       > - selected route, * - FIB route, q - queued, r - rejected, b - backup',
  '       t - trapped, o - offload failure',
  '',
  'IPv4 unicast VRF default:',
];

const CODES = { connected: 'C', local: 'L', ospf: 'O', static: 'S' } as const;

/** `show ip route`, or only the routes of one protocol. */
export function showIpRoute(device: FakeDevice, protocol?: DeviceRoute['protocol']): string {
  const age = routeAge(device.uptimeMs());
  const lines = device.routes.flatMap((route, index) => {
    if (route.nextHop === undefined) return ownRoute(device, route, protocol, age);
    if (protocol !== undefined && route.protocol !== protocol) return [];
    const start = `${CODES[route.protocol]}>* ${route.prefix} [${route.distance}/${route.metric}] `;
    const again = device.routes[index - 1]?.prefix === route.prefix;
    const via = `via ${route.nextHop}, ${route.interfaceName}, weight 1, ${age}`;
    return [`${again ? '  *'.padEnd(start.length) : start}${via}`];
  });
  return [...LEGEND, ...lines].join('\n');
}

/** A connected network also shows what OSPF knows of it, a /32 also that it is our own address. */
function ownRoute(
  { interfaces }: FakeDevice,
  route: DeviceRoute,
  protocol: DeviceRoute['protocol'] | undefined,
  age: string,
): string[] {
  const own = interfaces.find(({ name }) => name === route.interfaceName);
  const connected = `is directly connected, ${route.interfaceName}, weight 1, ${age}`;
  const wants = (one: DeviceRoute['protocol']) => protocol === undefined || protocol === one;
  if (route.protocol === 'local') return wants('local') ? [`L>* ${route.prefix} ${connected}`] : [];
  return [
    ...(wants('ospf') ? ospfView(own, route, connected) : []),
    ...(wants('local') && ipv4Prefix(route.prefix)?.length === 32
      ? [`L * ${route.prefix} ${connected}`]
      : []),
    ...(wants('connected') ? [`C>* ${route.prefix} ${connected}`] : []),
  ];
}

function ospfView(own: DeviceInterface | undefined, route: DeviceRoute, connected: string): string[] {
  return own?.ospfArea === undefined ? [] : [`O   ${route.prefix} [110/${own.ospfCost ?? 0}] ${connected}`];
}
