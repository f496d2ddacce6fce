import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { findRoutes } from '../../device/find-routes';
import type { CommandCall, CommandOutcome } from '../../engine/platform';

const LEGEND = [
  '',
  'VRF: default',
  'Codes: C - connected, S - static, K - kernel, ',
  '       O - OSPF, IA - OSPF inter area, E1 - OSPF external type 1,',
  '       E2 - OSPF external type 2, N1 - OSPF NSSA external type 1,',
  '       N2 - OSPF NSSA external type2, B - Other BGP Routes,',
  '       B I - iBGP, B E - eBGP, R - RIP, I L1 - IS-IS level 1,',
  '       I L2 - IS-IS level 2, O3 - OSPFv3, A B - BGP Aggregate,',
  '       A O - OSPF Summary, NG - Nexthop Group Static Route,',
  '       V - VXLAN Control Service, M - Martian,',
  '       DH - DHCP client installed default route,',
  '       DP - Dynamic Policy Route, L - VRF Leaked,',
  '       G  - gRIBI, RC - Route Cache Route',
  '',
];

const CODES = { connected: 'C', ospf: 'O', static: 'S' } as const;

/** `show ip route`, or only the routes of one protocol. EOS does not list the device's own addresses. */
export function showIpRoute(device: FakeDevice, protocol?: DeviceRoute['protocol']): string {
  const routes = device.routes.filter((route) => protocol === undefined || route.protocol === protocol);
  return [...LEGEND, 'Gateway of last resort is not set', '', ...routeLines(routes), '', ''].join('\n');
}

/** `show ip route 10.1.0.2` or `… 10.1.0.0/30`: the legend and that entry, if there is one. */
export function showIpRouteTo({ device, args }: CommandCall): CommandOutcome {
  const { address = '' } = args;
  const routes = findRoutes(device, address, { protocols: ['connected', 'ospf', 'static'] });
  return routes ? [...LEGEND, ...routeLines(routes), '', ''].join('\n') : { unknown: address };
}

function routeLines(routes: readonly DeviceRoute[]): string[] {
  return routes.flatMap((route, index) => {
    if (route.protocol === 'local') return [];
    const start = ` ${CODES[route.protocol].padEnd(9)}${route.prefix} `;
    if (route.nextHop === undefined) return [`${start}is directly connected, ${route.interfaceName}`];
    const distance = `${start}[${route.distance}/${route.metric}] `;
    const again = routes[index - 1]?.prefix === route.prefix;
    return [`${again ? ' '.repeat(distance.length) : distance}via ${route.nextHop}, ${route.interfaceName}`];
  });
}
