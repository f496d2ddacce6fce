import type { FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { dottedMac } from '../text/dotted-mac';
import { clockDuration, routeAge } from '../text/duration-words';
import { textTable } from '../text/text-table';
import { xrShortName } from './xr-interfaces';

/** `show arp`. */
export function showArp(device: FakeDevice): string {
  const own = device.interfaces.flatMap(({ kind, name, ipv4, mac, linkUp }) => {
    const address = ipv4Prefix(ipv4)?.address;
    const isHeard = kind !== 'loopback' && address !== undefined && linkUp;
    return isHeard ? [[address, '-', dottedMac(mac), 'Interface', 'ARPA', name]] : [];
  });
  const age = clockDuration(device.uptimeMs());
  const heard = (device.arp ?? []).map(({ ipv4, mac, interfaceName }) => {
    return [ipv4, age, dottedMac(mac), 'Dynamic', 'ARPA', interfaceName];
  });
  const rule = '-'.repeat(79);
  const header = ['Address', 'Age', 'Hardware Addr', 'State', 'Type', 'Interface'];
  return [
    '',
    rule,
    '0/RP0/CPU0',
    rule,
    ...textTable([16, 11, 16, 11, 6, 0], [header, ...own, ...heard]),
  ].join('\n');
}

/** `show ospf neighbor`. */
export function showOspfNeighbor(device: FakeDevice): string {
  if (!device.interfaces.some(({ ospfArea }) => ospfArea !== undefined)) return '';
  const age = routeAge(device.uptimeMs());
  const neighbors = device.ospfNeighbors ?? [];
  const row = (cells: readonly string[]) => textTable([16, 6, 16, 12, 16, 0], [cells]);
  return [
    '',
    '* Indicates MADJ interface',
    '# Indicates Neighbor awaiting BFD session up',
    '',
    'Neighbors for OSPF 1',
    '',
    ...row(['Neighbor ID', 'Pri', 'State', 'Dead Time', 'Address', 'Interface']),
    ...neighbors.flatMap((one) => {
      const state = one.full ? 'FULL' : '2WAY';
      const role = one.neighborState === 'P2P' ? '  -' : one.neighborState;
      return [
        ...row([one.routerId, '1', `${state}/${role}`, '00:00:37', one.ipv4, one.interfaceName]),
        `    Neighbor is up for ${age}`,
      ];
    }),
    '',
    `Total neighbor count: ${neighbors.length}`,
  ].join('\n');
}

/** `show ospf interface brief`. */
export function showOspfInterfaceBrief(device: FakeDevice): string {
  const running = device.interfaces.filter(({ ospfArea }) => ospfArea !== undefined);
  if (running.length === 0) return '';
  const rows = running.map((one) => {
    const here = (device.ospfNeighbors ?? []).filter(({ interfaceName }) => interfaceName === one.name);
    return [
      xrShortName(one.name),
      '1',
      one.ospfArea ?? '',
      one.ipv4 ?? '',
      String(one.ospfCost ?? 1),
      one.linkUp ? (one.ospfState ?? 'DOWN').replace('DROTHER', 'DROTH') : 'DOWN',
      `${here.filter(({ full }) => full).length}/${here.length}`,
    ];
  });
  const header = ['Interface', 'PID', 'Area', 'IP Address/Mask', 'Cost', 'State', 'Nbrs F/C'];
  return [
    '',
    '* Indicates MADJ interface, (P) Indicates fast detect hold down state',
    '',
    'Interfaces for OSPF 1',
    '',
    ...textTable([19, 6, 16, 19, 6, 6, 0], [header, ...rows]),
  ].join('\n');
}

/** `show bgp summary`, `show bgp ipv4 unicast summary`. */
export function showBgpSummary(device: FakeDevice): string {
  if (device.bgpAs === undefined) return "% BGP instance 'default' not active\n";
  const hellos = String(Math.floor(device.uptimeMs() / 60_000) + 2);
  const age = routeAge(device.uptimeMs());
  const rows = (device.bgpNeighbors ?? []).map(({ ipv4, remoteAs, established }) => {
    const messages = established ? hellos : '0';
    return [
      ...[ipv4, '0', String(remoteAs), messages, messages, established ? '2' : '0', '0', '0'],
      ...(established ? [age, '0'] : ['00:00:00', 'Idle']),
    ];
  });
  const header = [
    ...['Neighbor', 'Spk', 'AS', 'MsgRcvd', 'MsgSent', 'TblVer', 'InQ', 'OutQ', 'Up/Down', 'St/PfxRcd'],
  ];
  return [
    '',
    `BGP router identifier ${device.routerId}, local AS number ${device.bgpAs}`,
    'BGP generic scan interval 60 secs',
    'Non-stop routing is enabled',
    'BGP table state: Active',
    'Table ID: 0xe0000000   RD version: 2',
    'BGP main routing table version 2',
    'BGP scan interval 60 secs',
    '',
    'BGP is operating in STANDALONE mode.',
    '',
    '',
    'Process       RcvTblVer   bRIB/RIB   LabelVer  ImportVer  SendTblVer  StandbyVer',
    'Speaker               2          2          2          2           2           0',
    '',
    ...textTable([16, -3, -6, -8, -8, -9, -5, -5, -9, -11], [header, ...rows]),
    '',
  ].join('\n');
}

/** `show vrf all`. */
export function showVrfAll(): string {
  return [
    '',
    ...textTable(
      [21, 20, 28, 6, 0],
      [
        ['VRF', 'RD', 'RT', 'AFI', 'SAFI'],
        ['management', 'not set', '', '', ''],
        ['', '', 'not set', 'IPV4', 'Unicast'],
      ],
    ),
  ].join('\n');
}
