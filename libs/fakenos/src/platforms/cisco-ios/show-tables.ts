import type { FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { dottedMac } from '../text/dotted-mac';
import { routeAge } from '../text/duration-words';
import { shortInterfaceName } from '../text/interface-words';
import { textTable } from '../text/text-table';

/** `show ip arp`, `show arp`. */
export function showIpArp(device: FakeDevice): string {
  const own = device.interfaces.flatMap(({ kind, name, ipv4, mac, linkUp }) => {
    const address = ipv4Prefix(ipv4)?.address;
    return kind === 'loopback' || address === undefined || !linkUp ? [] : [{ name, address, mac, age: '-' }];
  });
  const minutes = String(Math.min(240, Math.floor(device.uptimeMs() / 60_000)));
  const heard = (device.arp ?? []).map((entry) => ({
    name: entry.interfaceName,
    address: entry.ipv4,
    mac: entry.mac,
    age: minutes,
  }));
  const rows = [...own, ...heard].map(({ name, address, mac, age }) => [
    'Internet',
    address,
    age,
    `   ${dottedMac(mac)}`,
    'ARPA',
    name,
  ]);
  const header = 'Protocol  Address          Age (min)  Hardware Addr   Type   Interface';
  return [header, ...textTable([10, 17, -8, 19, 7, 0], rows)].join('\n');
}

/** `show ip ospf neighbor`. */
export function showIpOspfNeighbor(device: FakeDevice): string {
  const rows = (device.ospfNeighbors ?? []).map((one) => {
    const state = one.full ? 'FULL' : '2WAY';
    const isCable = one.neighborState === 'P2P';
    return [
      one.routerId,
      isCable ? '0' : '1',
      `   ${state}/${isCable ? '  -' : one.neighborState}`,
      '00:00:37',
      one.ipv4,
      one.interfaceName,
    ];
  });
  if (rows.length === 0) return '';
  const header = ['Neighbor ID', 'Pri', '   State', 'Dead Time', 'Address', 'Interface'];
  return ['', ...textTable([16, -3, 19, 12, 16, 0], [header, ...rows])].join('\n');
}

/** `show ip ospf interface brief`. */
export function showIpOspfInterfaceBrief(device: FakeDevice): string {
  const rows = device.interfaces
    .filter(({ ospfArea }) => ospfArea !== undefined)
    .map((one) => {
      const neighbors = (device.ospfNeighbors ?? []).filter(
        ({ interfaceName }) => interfaceName === one.name,
      );
      const full = neighbors.filter((neighbor) => neighbor.full).length;
      return [
        shortInterfaceName(one.name),
        '1',
        one.ospfArea ?? '',
        one.ipv4 ?? '',
        String(one.ospfCost ?? 0),
        one.linkUp ? (one.ospfState ?? '').replace('DROTHER', 'DROTH') : 'DOWN',
        `${full}/${neighbors.length}`,
      ];
    });
  const header = ['Interface', 'PID', 'Area', 'IP Address/Mask', 'Cost', 'State', 'Nbrs F/C'];
  return textTable([13, 6, 16, 19, 6, 6, 0], [header, ...rows]).join('\n');
}

/** `show mac address-table`: a switch has learnt its neighbours. */
export function showMacAddressTable(device: FakeDevice): string {
  const learnt = device.role === 'bridge' ? device.neighbors : [];
  const rows = learnt.map((one) => [
    '   1',
    dottedMac(one.neighborMac),
    'DYNAMIC',
    shortInterfaceName(one.interfaceName),
  ]);
  return [
    '          Mac Address Table',
    '-------------------------------------------',
    '',
    ...textTable(
      [8, 18, 12, 0],
      [['Vlan', 'Mac Address', 'Type', 'Ports'], ['----', '-----------', '--------', '-----'], ...rows],
    ),
    `Total Mac Addresses for this criterion: ${rows.length}`,
  ].join('\n');
}

/** `show ip bgp`: nothing is announced, and of an empty table IOS says nothing. */
export function showIpBgp({ bgpAs }: FakeDevice): string {
  return bgpAs === undefined ? '% BGP not active\n' : '';
}

/** `show ip bgp summary`, for a device that runs BGP. */
export function showIpBgpSummary(device: FakeDevice): string {
  if (device.bgpAs === undefined) return '% BGP not active\n';
  const hellos = String(Math.floor(device.uptimeMs() / 60_000) + 2);
  const rows = (device.bgpNeighbors ?? []).map((one) => [
    one.ipv4,
    '4',
    String(one.remoteAs),
    one.established ? hellos : '0',
    one.established ? hellos : '0',
    '1',
    '0',
    '0',
    one.established ? routeAge(device.uptimeMs()) : 'never',
    one.established ? '0' : 'Idle',
  ]);
  const header = [
    'Neighbor',
    'V',
    'AS',
    'MsgRcvd',
    'MsgSent',
    'TblVer',
    'InQ',
    'OutQ',
    'Up/Down',
    'State/PfxRcd',
  ];
  return [
    `BGP router identifier ${device.routerId}, local AS number ${device.bgpAs}`,
    'BGP table version is 1, main routing table version 1',
    '',
    ...textTable([16, -1, -13, -8, -8, -9, -5, -5, -9, -13], [header, ...rows]),
  ].join('\n');
}
