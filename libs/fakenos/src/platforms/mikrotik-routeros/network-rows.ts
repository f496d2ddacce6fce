import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix, linkLocal } from '../../device/ipv6-prefix';
import type { Row } from './row';
import type { SectionEntry } from './section-entries';
import { entriesOf, isEnabled } from './section-entries';
import { BOARD, softwareId, softwareOf, span } from './software';

/** `/ip address print`: what is configured, in effect or not. */
export function addressRows(device: FakeDevice): readonly Row[] {
  const section = '/ip address';
  return entriesOf(device, section).map((entry) => {
    const address = entry.values.get('address') ?? '';
    const on = entry.values.get('interface') ?? '';
    const works = device.interfaces.some(({ name, adminUp }) => name === on && adminUp);
    return {
      flags: isEnabled(entry) ? (works ? '' : 'I') : 'X',
      comment: entry.values.get('comment'),
      source: { section, line: entry.line },
      values: [
        ['address', address],
        ['network', entry.values.get('network') ?? ipv4Prefix(address)?.network ?? ''],
        ['interface', on],
        ['actual-interface', on],
      ],
    };
  });
}

/** `/ipv6 address print`: what is configured, and the link-local address of each interface that has one. */
export function address6Rows(device: FakeDevice): readonly Row[] {
  const section = '/ipv6 address';
  const configured = entriesOf(device, section).map((entry): Row => ({
    flags: isEnabled(entry) ? 'G' : 'X',
    comment: entry.values.get('comment'),
    source: { section, line: entry.line },
    values: address6(entry.values.get('address') ?? '', entry.values.get('interface') ?? '', entry),
  }));
  const local = device.interfaces
    .filter(({ linkUp, kind }) => linkUp && kind !== 'loopback')
    .map(({ name, mac }): Row => ({ flags: 'DL', values: address6(`${linkLocal(mac)}/64`, name) }));
  return [...configured, ...local];
}

function address6(address: string, on: string, entry?: SectionEntry): Row['values'] {
  const short = ipv6Prefix(address);
  return [
    ['address', short ? `${short.address}/${short.length}` : address],
    ['from-pool', ''],
    ['interface', on],
    ['actual-interface', on],
    ['eui-64', 'no'],
    ['advertise', entry?.values.get('advertise') ?? 'no'],
  ];
}

/** `/ip arp print`. */
export function arpRows(device: FakeDevice): readonly Row[] {
  return (device.arp ?? []).map(({ ipv4, mac, interfaceName }) => ({
    flags: 'DC',
    values: [
      ['address', ipv4],
      ['mac-address', mac.toUpperCase()],
      ['interface', interfaceName],
      ['published', 'no'],
    ],
  }));
}

/** `/ip neighbor print`: whoever speaks MNDP, CDP or LLDP. */
export function neighborRows(device: FakeDevice): readonly Row[] {
  return device.neighbors.map((one) => {
    const software = one.neighborNetlabDevice.includes('routeros') && {
      netlabDevice: one.neighborNetlabDevice,
    };
    const { version = '', channel = '' } = software ? softwareOf(software) : {};
    const release = version === '' ? '' : `${version} (${channel})`;
    const address = one.neighborIpv4 ?? one.neighborMgmtIpv4;
    return {
      values: [
        ['interface', one.interfaceName],
        ['address', address],
        ['address4', address],
        ['mac-address', one.neighborMac.toUpperCase()],
        ['identity', one.name],
        ['platform', software ? 'MikroTik' : ''],
        ['version', release],
        ['unpack', 'none'],
        ['age', '23s'],
        ...(software
          ? ([
              ['uptime', span(device.uptimeMs())],
              [
                'software-id',
                softwareId({ serialNumber: one.neighborMac.replaceAll(':', '').toUpperCase() }),
              ],
              ['board', BOARD],
              ['ipv6', 'no'],
            ] as const)
          : []),
        ['interface-name', one.neighborInterface],
        ['system-description', software ? `MikroTik RouterOS ${release} ${BOARD}` : one.neighborTitle],
        ['system-caps', 'bridge,router'],
        ['system-caps-enabled', 'bridge,router'],
      ],
    };
  });
}

/** `/ip route print`: the table, equal paths as one route on RouterOS 6; then what is configured but not in use. */
export function routeRows(device: FakeDevice): readonly Row[] {
  const isSeven = softwareOf(device).generation === 7;
  const configured = entriesOf(device, '/ip route');
  const used = new Set<SectionEntry>();
  const enabled = new Map(
    configured
      .filter(isEnabled)
      .map((one) => [entryWay(one), one] as const)
      // Of two that say the same the first one counts.
      .reverse(),
  );
  const groups = isSeven ? device.routes.map((route) => [route]) : byPrefix(device.routes);
  const active = groups
    .filter(([route]) => route?.protocol !== 'local')
    .map((routes) => {
      const [first] = routes;
      const entry =
        first?.protocol === 'static' ? enabled.get(wayOf(first.prefix, first.nextHop)) : undefined;
      if (entry) used.add(entry);
      return activeRoute(device, routes, entry);
    });
  const idle = configured
    .filter((entry) => !used.has(entry))
    .map((entry): Row => ({
      flags: `${isEnabled(entry) ? '' : 'X'}${isSeven ? 's' : 'S'}`,
      comment: entry.values.get('comment'),
      source: { section: '/ip route', line: entry.line },
      values: [
        ['dst-address', entry.values.get('dst-address') ?? '0.0.0.0/0'],
        ['gateway', entry.values.get('gateway') ?? ''],
        ['gateway-status', `${entry.values.get('gateway') ?? ''} unreachable`],
        ['distance', entry.values.get('distance') ?? '1'],
        ['scope', '30'],
        ['target-scope', '10'],
      ],
    }));
  return [...active, ...idle];
}

function entryWay({ values }: SectionEntry): string {
  return wayOf(ipv4Prefix(values.get('dst-address'))?.prefix ?? '0.0.0.0/0', values.get('gateway'));
}

function wayOf(prefix: string, gateway: string | undefined): string {
  return `${prefix} ${gateway ?? ''}`;
}

function activeRoute(
  device: FakeDevice,
  routes: readonly DeviceRoute[],
  entry: SectionEntry | undefined,
): Row {
  const [first] = routes;
  const { prefix = '', protocol = 'connected', interfaceName = '', metric = 0 } = first ?? {};
  const own = ipv4Prefix(device.interfaces.find(({ name }) => name === interfaceName)?.ipv4)?.address;
  const hops = routes.map((route) => route.nextHop ?? route.interfaceName);
  const via = routes.map((route) =>
    route.nextHop === undefined
      ? `${route.interfaceName} reachable`
      : `${route.nextHop} reachable via  ${route.interfaceName}`,
  );
  const immediate = routes.map((route) =>
    route.nextHop === undefined ? route.interfaceName : `${route.nextHop}%${route.interfaceName}`,
  );
  const isSeven = softwareOf(device).generation === 7;
  const distance = { connected: 0, local: 0, ospf: 110, static: Number(entry?.values.get('distance') ?? 1) };
  const scope = { connected: '10', local: '10', ospf: '20', static: '30' }[protocol];
  return {
    flags: { connected: 'ADCc', local: 'ADCc', ospf: 'ADo', static: 'ASs' }[protocol],
    comment: entry?.values.get('comment'),
    ...(entry && { source: { section: '/ip route', line: entry.line } }),
    values: [
      ['dst-address', prefix],
      ...(isSeven ? [['routing-table', 'main'] as const] : []),
      ...(protocol === 'connected' && !isSeven ? [['pref-src', own ?? ''] as const] : []),
      ['gateway', hops.join(',')],
      isSeven ? ['immediate-gw', immediate.join(',')] : ['gateway-status', via.join(',')],
      ['distance', String(distance[protocol])],
      ['scope', scope],
      ...(protocol === 'connected' ? [] : [['target-scope', '10'] as const]),
      ...(protocol === 'connected' && isSeven
        ? [['local-address', `${own ?? ''}%${interfaceName}`] as const]
        : []),
      ...(protocol === 'ospf' && !isSeven
        ? ([
            ['ospf-metric', String(metric)],
            ['ospf-type', 'intra-area'],
          ] as const)
        : []),
    ],
  };
}

function byPrefix(routes: readonly DeviceRoute[]): readonly (readonly DeviceRoute[])[] {
  const groups = new Map<string, DeviceRoute[]>();
  for (const route of routes) {
    const key = `${route.protocol} ${route.prefix}`;
    groups.set(key, [...(groups.get(key) ?? []), route]);
  }
  return [...groups.values()];
}
