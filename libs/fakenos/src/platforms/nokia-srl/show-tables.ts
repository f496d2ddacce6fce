import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { boxedTable } from '../text/boxed-table';
import { durationWords } from '../text/duration-words';
import { subinterfaceName } from './srl-interfaces';

const LINE = '-'.repeat(120);
const OSPF_PREFERENCE = 10;
const ROUTE_COLUMNS = [
  'Prefix',
  'ID',
  'Route Type',
  'Route Owner',
  'Active',
  'Origin Network Instance',
  'Metric',
  'Pref',
  'Next-hop (Type)',
  'Next-hop Interface',
];

/** `show network-instance default route-table ipv4-unicast summary`. */
export function showRouteTable(device: FakeDevice): string {
  const rows = device.routes.map((route) => routeCells(device, route));
  const prefixes = device.routes.map(({ prefix }) => prefix);
  const ecmp = new Set(prefixes.filter((prefix, index) => prefixes[index - 1] === prefix));
  return [
    LINE,
    'IPv4 unicast route table of network instance default',
    LINE,
    ...boxedTable(ROUTE_COLUMNS, rows),
    LINE,
    `IPv4 routes total                    : ${new Set(prefixes).size}`,
    `IPv4 prefixes with active routes     : ${new Set(prefixes).size}`,
    `IPv4 prefixes with active ECMP routes: ${ecmp.size}`,
    LINE,
  ].join('\n');
}

function routeCells(device: FakeDevice, route: DeviceRoute): string[] {
  const own = device.interfaces.find(({ name }) => name === route.interfaceName);
  const address = ipv4Prefix(own?.ipv4)?.address ?? 'None';
  const isHost = route.nextHop === undefined && route.prefix.endsWith('/32');
  const subinterface = subinterfaceName({ name: route.interfaceName });
  const start = (type: string, owner: string, preference: number) => [
    route.prefix,
    '0',
    type,
    owner,
    'True',
    'default',
    String(route.metric),
    String(preference),
  ];
  if (isHost) return [...start('host', 'net_inst_mgr', 0), 'None (extract)', 'None'];
  if (route.nextHop === undefined)
    return [...start('local', 'net_inst_mgr', 0), `${address} (direct)`, subinterface];
  return route.protocol === 'ospf'
    ? [...start('ospfv2', 'ospf_mgr', OSPF_PREFERENCE), `${route.nextHop} (direct)`, subinterface]
    : [...start('static', 'static_route_mgr', 5), `${route.nextHop} (indirect)`, subinterface];
}

/** `show system lldp neighbor`. */
export function showLldpNeighbor(device: FakeDevice): string {
  const rows = device.neighbors.map((one) => [
    one.interfaceName,
    one.neighborMac.toUpperCase(),
    one.name,
    one.neighborMac.toUpperCase(),
    `${durationWords(device.uptimeMs())} ago`,
    '10 seconds ago',
    one.neighborInterface,
  ]);
  const header = [
    'Name',
    'Neighbor',
    'Neighbor System Name',
    'Neighbor Chassis ID',
    'Neighbor First Message',
    'Neighbor Last Update',
    'Neighbor Port',
  ];
  return boxedTable(header, rows)
    .map((line) => `  ${line}`)
    .join('\n');
}

/** `show network-instance default protocols ospf neighbor`. */
export function showOspfNeighbor({ ospfNeighbors = [] }: FakeDevice): string {
  const rows = ospfNeighbors.map((one) => [
    subinterfaceName({ name: one.interfaceName }),
    one.routerId,
    one.full ? 'full' : 'two-way',
    '1',
    '0',
    '36',
  ]);
  const line = '='.repeat(100);
  return [
    line,
    'Net-Inst default OSPFv2 Instance default Neighbors',
    line,
    ...boxedTable(['Interface-Name', 'Rtr Id', 'State', 'Pri', 'RetxQ', 'Time Before Dead'], rows),
    '-'.repeat(100),
    `No. of Neighbors: ${rows.length}`,
    line,
  ].join('\n');
}

/** `show network-instance default protocols bgp neighbor`. */
export function showBgpNeighbor(device: FakeDevice): string {
  const up = (device.bgpNeighbors ?? []).filter(({ established }) => established);
  const rows = (device.bgpNeighbors ?? []).map((one) => [
    'default',
    one.ipv4,
    one.name,
    String(one.remoteAs),
    one.established ? 'established' : 'active',
    one.established ? durationWords(device.uptimeMs()) : '-',
    'ipv4-unicast',
    '[0/0/0]',
  ]);
  const header = [
    'Net-Inst',
    'Peer',
    'Description',
    'Peer-AS',
    'State',
    'Uptime',
    'AFI/SAFI',
    '[Rx/Active/Tx]',
  ];
  return [
    LINE,
    'BGP neighbor summary for network-instance "default"',
    LINE,
    ...boxedTable(header, rows),
    LINE,
    'Summary:',
    `${rows.length} configured neighbors, ${up.length} configured sessions are established, 0 disabled peers`,
  ].join('\n');
}

/** `show arpnd arp-entries`. */
export function showArpEntries({ arp = [] }: FakeDevice): string {
  const rows = arp.map((one) => [one.interfaceName, '0', one.ipv4, 'dynamic', one.mac.toUpperCase()]);
  return [
    ...boxedTable(['Interface', 'Subinterface', 'Neighbor', 'Origin', 'Link layer address'], rows),
    LINE,
    `  Total entries : ${rows.length} (0 static, ${rows.length} dynamic)`,
    LINE,
  ].join('\n');
}
