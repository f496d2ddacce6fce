import type { DeviceInterface, DeviceRoute, FakeDevice } from '../../device/fake-device';
import { findRoutes } from '../../device/find-routes';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Routes } from '../../device/ipv6-routes';
import { clockDuration } from '../text/duration-words';
import { textTable } from '../text/text-table';
import { field, framed } from './frame';
import { portOf, routerInterfaces } from './sros-ports';

const INTERFACES = [33, 10, 12, 8, 0];
const ROUTES = [46, 8, 10, -9, -6];
const DAY_MS = 86_400_000;

/** `show router interface`, of all or of those given. */
export function showRouterInterface(
  device: FakeDevice,
  shown: readonly DeviceInterface[] = routerInterfaces(device),
): string {
  const rows = shown.flatMap((one) => [
    `${textTable(INTERFACES, [[one.name, upDown(one.adminUp), operState(one), 'Network', portOf(one) ?? one.name]]).join('')} `,
    ...(one.ipv4 === undefined ? ['   -                                                           -'] : []),
    ...(one.ipv4 === undefined ? [] : [`   ${one.ipv4.padEnd(60)}n/a`]),
    ...(one.ipv6 === undefined ? [] : [`   ${one.ipv6.padEnd(60)}PREFERRED`]),
  ]);
  return framed({
    title: 'Interface Table (Router: Base)',
    header: [
      ...textTable(INTERFACES, [['Interface-Name', 'Adm', 'Opr(v4/v6)', 'Mode', 'Port/SapId']]),
      '   IP-Address                                                  PfxState',
    ],
    rows,
    footer: [`Interfaces : ${shown.length}`],
  });
}

/** `show router interface <name>`; undefined when there is none. */
export function showOneRouterInterface(device: FakeDevice, name: string): string | undefined {
  const found = routerInterfaces(device).find((one) => one.name === name);
  return found && showRouterInterface(device, [found]);
}

/** `show router route-table`, whole, of one protocol, or those to an address; undefined when that makes no sense. */
export function showRouteTable(device: FakeDevice, wanted?: string): string | undefined {
  const routes = wanted === undefined ? device.routes : routesFor(device, wanted);
  const shown = routes?.filter(({ protocol }) => protocol !== 'local');
  if (!shown) return undefined;
  const age = routeAge(device.uptimeMs());
  const rows = shown.flatMap((route) => {
    const { type, name, preference } = SOURCES[route.protocol];
    return [
      ...textTable(ROUTES, [[route.prefix, type, name, age, String(preference)]]),
      `       ${(route.nextHop ?? route.interfaceName).padEnd(52)}${String(route.metric).padStart(9)}`,
    ];
  });
  return framed({
    title: 'Route Table (Router: Base)',
    header: [
      ...textTable(ROUTES, [['Dest Prefix[Flags]', 'Type', 'Proto', 'Age', 'Pref']]),
      `      Next Hop[Interface Name]${' '.repeat(32)}Metric`,
    ],
    rows,
    footer: [`No. of Routes: ${shown.length}`, 'Flags: n = Number of times nexthop is repeated'],
  });
}

/** `show router route-table ipv6`. */
export function showIpv6RouteTable(device: FakeDevice): string {
  const routes = ipv6Routes(device).filter(({ protocol }) => protocol !== 'local');
  const age = routeAge(device.uptimeMs());
  const rows = routes.flatMap(({ prefix, interfaceName }) => [
    ...textTable(ROUTES, [[prefix, 'Local', 'Local', age, '0']]),
    `       ${interfaceName.padEnd(52)}        0`,
  ]);
  return framed({
    title: 'IPv6 Route Table (Router: Base)',
    header: [
      ...textTable(ROUTES, [['Dest Prefix[Flags]', 'Type', 'Proto', 'Age', 'Pref']]),
      `      Next Hop[Interface Name]${' '.repeat(32)}Metric`,
    ],
    rows,
    footer: [`No. of Routes: ${routes.length}`],
  });
}

/** `show router arp`. */
export function showRouterArp(device: FakeDevice): string {
  const own = routerInterfaces(device).flatMap(({ name, kind, ipv4, mac, linkUp }) => {
    const address = ipv4Prefix(ipv4)?.address;
    return kind === 'loopback' || address === undefined || !linkUp
      ? []
      : [[address, mac, '00h00m00s', 'Oth[I]', name]];
  });
  const heard = (device.arp ?? []).map(({ ipv4, mac, interfaceName }) => [
    ipv4,
    mac,
    '03h41m12s',
    'Dyn[I]',
    interfaceName,
  ]);
  const rows = [...own, ...heard];
  return framed({
    title: 'ARP Table (Router: Base)',
    header: textTable([16, 18, 10, 7, 0], [['IP Address', 'MAC Address', 'Expiry', 'Type', 'Interface']]),
    rows: textTable([16, 18, 10, 7, 0], rows),
    footer: [`No. of ARP Entries: ${rows.length}`],
  });
}

/** `show router status`. */
export function showRouterStatus(device: FakeDevice): string {
  const state = (isUp: boolean) => `Admin State ${isUp ? 'Up' : 'Down'}  Oper State ${isUp ? 'Up' : 'Down'}`;
  return framed({
    title: 'Router Status (Router: Base)',
    rows: [
      field('Router', state(true)),
      field('OSPFv2-0', state(device.modules.includes('ospf'))),
      field('BGP', state(device.bgpAs !== undefined)),
      field('Router ID', device.routerId),
      field('Total IPv4 Routes', device.routes.length),
    ],
  });
}

const SOURCES: Readonly<
  Record<
    DeviceRoute['protocol'],
    { readonly type: string; readonly name: string; readonly preference: number }
  >
> = {
  connected: { type: 'Local', name: 'Local', preference: 0 },
  local: { type: 'Local', name: 'Local', preference: 0 },
  static: { type: 'Remote', name: 'Static', preference: 5 },
  ospf: { type: 'Remote', name: 'OSPF', preference: 10 },
};

function routesFor(device: FakeDevice, wanted: string): readonly DeviceRoute[] | undefined {
  const protocols: Readonly<Record<string, DeviceRoute['protocol']>> = {
    local: 'connected',
    static: 'static',
    ospf: 'ospf',
  };
  const protocol = Object.hasOwn(protocols, wanted) ? protocols[wanted] : undefined;
  if (protocol) return device.routes.filter((route) => route.protocol === protocol);
  return findRoutes(device, wanted);
}

function routeAge(ms: number): string {
  const [hours = '00', minutes = '00', seconds = '00'] = clockDuration(ms % DAY_MS).split(':');
  const days = Math.floor(ms / DAY_MS);
  return days > 0
    ? `${String(days).padStart(2, '0')}d${hours}h${minutes}m`
    : `${hours}h${minutes}m${seconds}s`;
}

function upDown(isUp: boolean): string {
  return isUp ? 'Up' : 'Down';
}

function operState({ linkUp, ipv6 }: DeviceInterface): string {
  return `${upDown(linkUp)}/${upDown(linkUp && ipv6 !== undefined)}`;
}
