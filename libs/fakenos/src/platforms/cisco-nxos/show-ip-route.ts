import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { findRoutes } from '../../device/find-routes';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { routeAge } from '../text/duration-words';
import { nxosShortName, vrfsNamed } from './nxos-interfaces';

const LEGEND = [
  "'*' denotes best ucast next-hop",
  "'**' denotes best mcast next-hop",
  "'[x/y]' denotes [preference/metric]",
  "'%<string>' in via output denotes VRF <string>",
  '',
];

/** `show ip route [vrf …]`; undefined when there is no such VRF. */
export function showIpRoute(device: FakeDevice, vrf?: string): string | undefined {
  const named = vrfsNamed(vrf);
  if (named.length === 0) return undefined;
  return named
    .map(({ name }) => {
      return tableText(device, name, name === 'management' ? managementRoutes(device) : device.routes);
    })
    .join('\n');
}

/** `show ip route ospf`, `… direct`, `… static`: the routes of one protocol. */
export function showIpRouteOf(device: FakeDevice, protocol: DeviceRoute['protocol']): string {
  const routes = device.routes.filter((route) => route.protocol === protocol);
  return tableText(device, 'default', routes);
}

/** `show ip route 10.1.0.2`, `… 10.1.0.0/30`; undefined when that is neither. */
export function showIpRouteTo(device: FakeDevice, target: string): string | undefined {
  const routes = findRoutes(device, target);
  if (!routes) return undefined;
  if (routes.length === 0) return [...heading('default'), 'Route not found'].join('\n');
  return tableText(device, 'default', routes);
}

/** `show ip route summary`. */
export function showIpRouteSummary({ routes }: FakeDevice): string {
  const paths = (protocol: DeviceRoute['protocol']) =>
    routes.filter((one) => one.protocol === protocol).length;
  return [
    'IP Route Table for VRF "default"',
    `Total number of routes: ${new Set(routes.map(({ prefix }) => prefix)).size}`,
    `Total number of paths:  ${routes.length}`,
    '',
    'Best paths per protocol:',
    `  am             : ${paths('local')}`,
    `  direct         : ${paths('connected')}`,
    `  ospf-1         : ${paths('ospf')}`,
    `  static         : ${paths('static')}`,
  ].join('\n');
}

function heading(vrf: string): readonly string[] {
  return [`IP Route Table for VRF "${vrf}"`, ...LEGEND];
}

function tableText(device: FakeDevice, vrf: string, routes: readonly DeviceRoute[]): string {
  const prefixes = [...new Set(routes.map(({ prefix }) => prefix))];
  const lines = prefixes.flatMap((prefix) => {
    const paths = routes.filter((route) => route.prefix === prefix);
    const attached = paths.some(({ nextHop }) => nextHop === undefined) ? ', attached' : '';
    const lines = paths.flatMap((path) => pathLines(device, path));
    return [`${prefix}, ubest/mbest: ${lines.length}/0${attached}`, ...lines];
  });
  return [...heading(vrf), ...lines, ''].join('\n');
}

/** A host's own network is there twice: as a network on the link, and as an address. */
function pathLines(device: FakeDevice, route: DeviceRoute): readonly string[] {
  const age = routeAge(device.uptimeMs());
  const port = nxosShortName(route.interfaceName);
  const line = (via: string, source: string) =>
    `    *via ${via}, ${port}, [${route.distance}/${route.metric}], ${age}, ${source}`;
  const own = ipv4Prefix(device.interfaces.find(({ name }) => name === route.interfaceName)?.ipv4);
  switch (route.protocol) {
    case 'connected':
      return [
        ...(route.prefix.endsWith('/32') ? [line(own?.address ?? '', 'local')] : []),
        line(own?.address ?? '', 'direct'),
      ];
    case 'local':
      return [line(own?.address ?? '', 'local')];
    case 'ospf':
      return [line(route.nextHop ?? '', 'ospf-1, intra')];
    case 'static':
      return [line(route.nextHop ?? '', 'static')];
  }
}

function managementRoutes({ interfaces }: FakeDevice): readonly DeviceRoute[] {
  return interfaces.flatMap(({ kind, name, ipv4, linkUp }): DeviceRoute[] => {
    const address = ipv4Prefix(ipv4);
    if (kind !== 'mgmt' || !address || !linkUp) return [];
    const route = { interfaceName: name, distance: 0, metric: 0 };
    return [
      { ...route, prefix: address.prefix, protocol: 'connected' },
      { ...route, prefix: `${address.address}/32`, protocol: 'local' },
    ];
  });
}
