import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { findRoutes } from '../../device/find-routes';
import { ipv6Routes } from '../../device/ipv6-routes';
import { textTable } from '../text/text-table';
import { age } from './date-time';
import { logicalName } from './junos-interfaces';

type Protocol = DeviceRoute['protocol'];

/** A way to a prefix, over one or several hops. */
interface Entry {
  readonly prefix: string;
  readonly protocol: Protocol;
  readonly metric: number;
  readonly hops: readonly Pick<DeviceRoute, 'nextHop' | 'interfaceName'>[];
}

/** What Junos calls where a route comes from, how much it trusts that, and the letter in `terse`. */
const SOURCES: Readonly<
  Record<Protocol, { readonly name: string; readonly preference: number; readonly letter: string }>
> = {
  connected: { name: 'Direct', preference: 0, letter: 'D' },
  local: { name: 'Local', preference: 0, letter: 'L' },
  static: { name: 'Static', preference: 5, letter: 'S' },
  ospf: { name: 'OSPF', preference: 10, letter: 'O' },
};
const OTHER_PROTOCOLS = ['access', 'aggregate', 'bgp', 'isis', 'ospf3', 'rip'];
const LEGEND = '+ = Active Route, - = Last Active, * = Both';

/** `show route`: both tables. */
export function showRoute(device: FakeDevice): string {
  return [tableText(device, 'inet.0'), tableText(device, 'inet6.0')].filter((text) => text !== '').join('\n');
}

/** `show route table inet.0`; undefined for a table that there is not. */
export function showRouteTable(device: FakeDevice, table: string): string | undefined {
  return table === 'inet.0' || table === 'inet6.0' ? tableText(device, table) : undefined;
}

/** `show route protocol ospf`; undefined for a protocol that nobody knows. */
export function showRouteProtocol(device: FakeDevice, protocol: string): string | undefined {
  const isKnown = Object.values(SOURCES).some(({ name }) => name.toLowerCase() === protocol);
  if (!isKnown) return OTHER_PROTOCOLS.includes(protocol) ? '' : undefined;
  const wanted = (one: Entry) => SOURCES[one.protocol].name.toLowerCase() === protocol;
  return tableText(device, 'inet.0', wanted);
}

/** `show route 10.0.0.2`; undefined when this is no address. */
export function showRouteTo(device: FakeDevice, target: string): string | undefined {
  const found = findRoutes(device, target);
  return found && tableText(device, 'inet.0', (one) => found.some(({ prefix }) => prefix === one.prefix));
}

/** `show route terse`. */
export function showRouteTerse(device: FakeDevice): string {
  const rows = entriesOf(device, 'inet.0').map(({ prefix, protocol, metric, hops }) => {
    const { letter, preference } = SOURCES[protocol];
    const [hop] = hops;
    const via = logicalName({ name: hop?.interfaceName ?? '' });
    return [
      '* ?',
      prefix,
      letter,
      String(preference),
      protocol === 'ospf' ? String(metric) : '',
      '',
      protocol === 'local' ? ' Local' : `>${hop?.nextHop ?? via}`,
    ];
  });
  const header = ['A V', 'Destination', 'P', 'Prf', 'Metric 1', 'Metric 2', 'Next hop', 'AS path'];
  const table = textTable([4, 19, 2, 6, 12, 11, 17, 0], [header, ...rows]);
  return ['', heading(device, 'inet.0'), LEGEND, '', ...table, ''].join('\n');
}

/** `show route summary`. */
export function showRouteSummary(device: FakeDevice): string {
  const entries = entriesOf(device, 'inet.0');
  const counts = Object.entries(SOURCES).flatMap(([protocol, { name }]) => {
    const count = entries.filter((one) => one.protocol === protocol).length;
    const routes = `${String(count).padStart(6)} routes,${String(count).padStart(7)} active`;
    return count === 0 ? [] : [`${`${name}:`.padStart(20)} ${routes}`];
  });
  return [
    ...(device.bgpAs === undefined ? [] : [`Autonomous system number: ${device.bgpAs}`]),
    `Router ID: ${device.routerId}`,
    '',
    heading(device, 'inet.0'),
    ...counts,
  ].join('\n');
}

function entriesOf(device: FakeDevice, table: 'inet.0' | 'inet6.0'): readonly Entry[] {
  const routes: readonly Omit<Entry & DeviceRoute, 'hops' | 'distance'>[] =
    table === 'inet.0' ? device.routes : ipv6Routes(device).map((route) => ({ ...route, metric: 0 }));
  const entries = new Map<string, Entry>();
  for (const { prefix, protocol, metric, nextHop, interfaceName } of routes) {
    const hop = { interfaceName, ...(nextHop !== undefined && { nextHop }) };
    const known = entries.get(`${prefix} ${protocol}`)?.hops ?? [];
    entries.set(`${prefix} ${protocol}`, { prefix, protocol, metric, hops: [...known, hop] });
  }
  return [...entries.values()];
}

function tableText(
  device: FakeDevice,
  table: 'inet.0' | 'inet6.0',
  isShown: (entry: Entry) => boolean = () => true,
): string {
  const entries = entriesOf(device, table).filter(isShown);
  if (entries.length === 0) return '';
  const since = age(device.uptimeMs());
  return [
    '',
    heading(device, table),
    LEGEND,
    '',
    ...entries.flatMap((one) => entryLines(one, since)),
    '',
  ].join('\n');
}

function heading(device: FakeDevice, table: 'inet.0' | 'inet6.0'): string {
  const count = entriesOf(device, table).length;
  return `${table}: ${count} destinations, ${count} routes (${count} active, 0 holddown, 0 hidden)`;
}

function entryLines({ prefix, protocol, metric, hops }: Entry, since: string): readonly string[] {
  const { name, preference } = SOURCES[protocol];
  const cost = protocol === 'ospf' ? `, metric ${metric}` : '';
  const begin = `${prefix.padEnd(18)} *[${name}/${preference}] ${since}${cost}`;
  const ways = hops.map(({ nextHop, interfaceName }, index) => {
    const mark = protocol === 'local' ? '   Local' : index === 0 ? '> ' : '  ';
    const to = nextHop === undefined ? '' : ` to ${nextHop}`;
    return `${' '.repeat(20)}${mark}${to} via ${logicalName({ name: interfaceName })}`;
  });
  return [begin, ...ways];
}
