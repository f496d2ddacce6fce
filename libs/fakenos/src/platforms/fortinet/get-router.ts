import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { findRoutes } from '../../device/find-routes';
import { ipv6Routes } from '../../device/ipv6-routes';
import { routeAge } from '../text/duration-words';
import { textTable } from '../text/text-table';

const LEGEND = [
  'Codes: K - kernel, C - connected, S - static, R - RIP, B - BGP',
  '       O - OSPF, IA - OSPF inter area',
  '       N1 - OSPF NSSA external type 1, N2 - OSPF NSSA external type 2',
  '       E1 - OSPF external type 1, E2 - OSPF external type 2',
  '       i - IS-IS, L1 - IS-IS level-1, L2 - IS-IS level-2, ia - IS-IS inter area',
  '       * - candidate default',
  '',
];
const DISTANCE = { connected: 0, local: 0, ospf: 110, static: 10 };

/** `get router info routing-table all`, or only the routes of one protocol. */
export function getRoutingTable(device: FakeDevice, protocol?: DeviceRoute['protocol']): string {
  const routes = device.routes.filter((route) =>
    protocol === undefined ? route.protocol !== 'local' : route.protocol === protocol,
  );
  const lines = routes.map((route, at) => routeLine(device, route, routes[at - 1]));
  return [...LEGEND, 'Routing table for VRF=0', ...lines].join('\n');
}

/** `get router info routing-table details <address>`; undefined when the text is no address. */
export function getRoutingTableTo(device: FakeDevice, address: string): string | undefined {
  const routes = findRoutes(device, address, { protocols: ['connected', 'ospf', 'static'] });
  if (!routes) return undefined;
  const [first] = routes;
  if (!first) return '% Network not in table';
  return [
    '',
    'Routing table for VRF=0',
    `Routing entry for ${first.prefix}`,
    `  Known via "${first.protocol}", distance ${DISTANCE[first.protocol]}, metric ${first.metric}, best`,
    ...(first.protocol === 'connected' ? [] : [`  Last update ${routeAge(device.uptimeMs())} ago`]),
    ...routes.map(({ nextHop, interfaceName }) =>
      nextHop === undefined
        ? `  * directly connected, ${interfaceName}`
        : `  * ${nextHop}, via ${interfaceName}`,
    ),
    '',
  ].join('\n');
}

/** `get router info6 routing-table`. */
export function getRoutingTable6(device: FakeDevice): string {
  const lines = ipv6Routes(device)
    .filter(({ protocol }) => protocol === 'connected')
    .map(
      ({ prefix, interfaceName }) =>
        `C       ${prefix} via ::, ${interfaceName}, ${routeAge(device.uptimeMs())}`,
    );
  return [
    'IPv6 Routing Table',
    'Codes: K - kernel route, C - connected, S - static, R - RIP, O - OSPF',
    '',
    ...lines,
  ].join('\n');
}

/** `get router info bgp summary`. */
export function getBgpSummary(device: FakeDevice): string {
  const { bgpAs, bgpNeighbors = [], routerId } = device;
  if (bgpAs === undefined) return '% BGP is not running';
  const messages = String(Math.floor(device.uptimeMs() / 60_000) + 2);
  const rows = bgpNeighbors.map(({ ipv4, remoteAs }) => [
    ...[ipv4, '4', String(remoteAs), messages, messages, '1', '0', '0', routeAge(device.uptimeMs()), '0'],
  ]);
  const header = [
    ...['Neighbor', 'V', 'AS', 'MsgRcvd', 'MsgSent', 'TblVer', 'InQ', 'OutQ', 'Up/Down', 'State/PfxRcd'],
  ];
  return [
    '',
    `BGP router identifier ${routerId}, local AS number ${bgpAs}`,
    'BGP table version is 1',
    '1 BGP AS-PATH entries',
    '0 BGP community entries',
    '',
    ...textTable([15, -2, -11, -8, -8, -9, -5, -5, -9, -13], [header, ...rows]),
    '',
    `Total number of neighbors ${rows.length}`,
    '',
  ].join('\n');
}

/** `get router info ospf neighbor`. */
export function getOspfNeighbor(device: FakeDevice): string {
  const rows = (device.ospfNeighbors ?? []).map((one) => {
    const state = one.full ? 'Full' : '2-Way';
    const role = one.neighborState === 'P2P' ? ' -' : one.neighborState;
    return [one.routerId, '1', `  ${state}/${role}`, '00:00:37', one.ipv4, one.interfaceName];
  });
  const header = ['Neighbor ID', 'Pri', '  State', 'Dead Time', 'Address', 'Interface'];
  return ['OSPF process 0, VRF 0:', ...textTable([16, -3, 18, 12, 16, 0], [header, ...rows]), ''].join('\n');
}

/** `get router info ospf status`. */
export function getOspfStatus(device: FakeDevice): string {
  const running = device.interfaces.filter(({ ospfArea }) => ospfArea !== undefined);
  if (running.length === 0) return '% OSPF is not running';
  const areas = [...new Set(running.flatMap(({ ospfArea }) => ospfArea ?? []))];
  const count = (area: string) => running.filter(({ ospfArea }) => ospfArea === area).length;
  const adjacent = (area: string) =>
    (device.ospfNeighbors ?? []).filter((one) => one.area === area && one.full).length;
  return [
    ` Routing Process "ospf 0" with ID ${device.routerId}`,
    ' Process is not graceful restarting',
    ' Process bound to VRF default',
    ' Conforms to RFC2328, and RFC1583Compatibility flag is disabled',
    ' Supports only single TOS(TOS0) routes',
    ' Supports opaque LSA',
    ' SPF schedule delay 5 secs, Hold time between two SPFs 10 secs',
    ' Refresh timer 10 secs',
    ` Number of areas attached to this router: ${areas.length}`,
    ...areas.flatMap((area) => [
      `    Area ${area}${area === '0.0.0.0' ? ' (BACKBONE)' : ''}`,
      `        Number of interfaces in this area is ${count(area)}(${count(area)})`,
      `        Number of fully adjacent neighbors in this area is ${adjacent(area)}`,
      '        Area has no authentication',
      `        SPF algorithm last executed ${routeAge(device.uptimeMs())} ago`,
      '        SPF algorithm executed 4 times',
      '        Number of LSA 7. Checksum Sum 0x03a6b1',
    ]),
    '',
  ].join('\n');
}

function routeLine(device: FakeDevice, route: DeviceRoute, before: DeviceRoute | undefined): string {
  const { prefix, protocol, nextHop, interfaceName, metric } = route;
  const letter = { connected: 'C', local: 'C', ospf: 'O', static: 'S' }[protocol];
  if (nextHop === undefined) return `${letter}       ${prefix} is directly connected, ${interfaceName}`;
  const age = protocol === 'ospf' ? `, ${routeAge(device.uptimeMs())}` : '';
  const way = `[${DISTANCE[protocol]}/${metric}] via ${nextHop}, ${interfaceName}${age}`;
  const isFurther = before?.prefix === prefix && before.protocol === protocol;
  return isFurther ? `${' '.repeat(8 + prefix.length)} ${way}` : `${letter}       ${prefix} ${way}`;
}
