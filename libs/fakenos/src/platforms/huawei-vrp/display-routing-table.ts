import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { findRoutes } from '../../device/find-routes';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { routeAge } from '../text/duration-words';
import { textTable } from '../text/text-table';

const PROTOCOLS = {
  connected: { name: 'Direct', preference: 0, process: 0 },
  local: { name: 'Direct', preference: 0, process: 0 },
  ospf: { name: 'OSPF', preference: 10, process: 1 },
  static: { name: 'Static', preference: 60, process: 0 },
} as const;
const RULE = '-'.repeat(78);

/** `display ip routing-table`: all routes, or those given. */
export function displayRoutingTable(device: FakeDevice, some = device.routes): string {
  const rows = some.map((route) => {
    const { name, preference } = PROTOCOLS[route.protocol];
    return [
      route.prefix,
      `  ${name}`,
      String(preference),
      String(route.metric),
      '  D',
      nextHop(device, route),
      route.interfaceName,
    ];
  });
  return [
    ...heading(some),
    'Destination/Mask    Proto   Pre  Cost      Flags NextHop         Interface',
    '',
    ...textTable([-18, 10, 5, 10, 6, 16, 0], rows),
  ].join('\n');
}

/** `display ip routing-table verbose`. */
export function displayRoutingTableVerbose(device: FakeDevice): string {
  const { routes } = device;
  return [
    ...heading(routes),
    ...routes.flatMap((route) => {
      const { name, preference, process } = PROTOCOLS[route.protocol];
      const relay = '0.0.0.0';
      return [
        `Destination: ${route.prefix}`,
        `     Protocol: ${name.padEnd(16)}Process ID: ${process}`,
        `   Preference: ${String(preference).padEnd(22)}Cost: ${route.metric}`,
        `      NextHop: ${nextHop(device, route).padEnd(17)}Neighbour: ${route.advertisedBy ?? '0.0.0.0'}`,
        `        State: ${'Active Adv'.padEnd(23)}Age: ${routeAge(device.uptimeMs())
          .replaceAll(':', 'h')
          .replace(/h(\d+)$/, 'm$1s')}`,
        `          Tag: ${'0'.padEnd(18)}Priority: medium`,
        `        Label: ${'NULL'.padEnd(19)}QoSInfo: 0x0`,
        '   IndirectID: 0x0',
        ` RelayNextHop: ${relay.padEnd(17)}Interface: ${route.interfaceName}`,
        `     TunnelID: ${'0x0'.padEnd(21)}Flags: D`,
        '',
      ];
    }),
  ].join('\n');
}

/** `display ip routing-table <address> [<mask>]`; undefined when the text is no address. */
export function displayRoutingTableTo(device: FakeDevice, text: string): string | undefined {
  const [address = '', length] = text.trim().split(/\s+/);
  const asPrefix = /^\d{1,2}$/.test(length ?? '') ? `${address}/${length}` : text;
  const routes = findRoutes(device, asPrefix);
  if (!routes) return undefined;
  return routes.length === 0 ? '' : displayRoutingTable(device, routes);
}

function heading(routes: readonly DeviceRoute[]): readonly string[] {
  const destinations = new Set(routes.map(({ prefix }) => prefix)).size;
  return [
    'Route Flags: R - relay, D - download to fib',
    RULE,
    'Routing Tables: Public',
    `         Destinations : ${String(destinations).padEnd(8)} Routes : ${routes.length}`,
    '',
  ];
}

function nextHop(device: FakeDevice, { nextHop: hop, protocol, interfaceName }: DeviceRoute): string {
  if (hop !== undefined) return hop;
  const own = ipv4Prefix(device.interfaces.find(({ name }) => name === interfaceName)?.ipv4);
  return protocol === 'local' || own?.length === 32 ? '127.0.0.1' : (own?.address ?? '127.0.0.1');
}
