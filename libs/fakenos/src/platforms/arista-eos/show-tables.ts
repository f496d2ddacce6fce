import type { FakeDevice } from '../../device/fake-device';
import { dottedMac } from '../text/dotted-mac';
import { clockDuration, routeAge } from '../text/duration-words';
import { shortInterfaceName } from '../text/interface-words';
import { textTable } from '../text/text-table';

/** `show ip arp`. */
export function showIpArp(device: FakeDevice): string {
  const age = clockDuration(device.uptimeMs());
  const rows = (device.arp ?? []).map((one) => [one.ipv4, age, `  ${dottedMac(one.mac)}`, one.interfaceName]);
  return ['Address         Age (sec)  Hardware Addr   Interface', ...textTable([16, -9, 18, 0], rows)].join(
    '\n',
  );
}

/** `show ip ospf neighbor`. */
export function showIpOspfNeighbor({ ospfNeighbors = [] }: FakeDevice): string {
  const rows = ospfNeighbors.map((one) => {
    const isCable = one.neighborState === 'P2P';
    const role = isCable ? '' : `/${one.neighborState === 'DROTHER' ? 'DR Other' : one.neighborState}`;
    const state = `${one.full ? 'FULL' : '2 WAYS'}${role}`.replace(/ /g, '');
    return [
      one.routerId,
      '1',
      'default',
      isCable ? '0' : '1',
      state,
      '00:00:37',
      one.ipv4,
      one.interfaceName,
    ];
  });
  const header = ['Neighbor ID', 'Instance', 'VRF', 'Pri', 'State', 'Dead Time', 'Address', 'Interface'];
  return textTable([16, 9, 9, 4, 23, 12, 16, 0], [header, ...rows]).join('\n');
}

/** `show ip ospf interface brief`. */
export function showIpOspfInterfaceBrief({ interfaces, ospfNeighbors = [] }: FakeDevice): string {
  const rows = interfaces
    .filter(({ ospfArea }) => ospfArea !== undefined)
    .map((one) => [
      `   ${shortInterfaceName(one.name)}`,
      '1',
      'default',
      one.ospfArea ?? '',
      one.ipv4 ?? '',
      String(one.ospfCost ?? 0),
      one.kind === 'loopback' ? 'DR' : one.linkUp ? (one.ospfState ?? '') : 'Down',
      String(ospfNeighbors.filter(({ interfaceName }) => interfaceName === one.name).length),
    ]);
  const header = ['   Interface', 'Instance', 'VRF', 'Area', 'IP Address', 'Cost', 'State', 'Nbrs'];
  return textTable([22, 9, 11, 16, 19, 6, 11, 0], [header, ...rows]).join('\n');
}

/** `show ip bgp summary`. */
export function showIpBgpSummary(device: FakeDevice): string {
  if (device.bgpAs === undefined) return '% BGP inactive';
  const hellos = String(Math.floor(device.uptimeMs() / 60_000) + 2);
  const up = routeAge(device.uptimeMs());
  const rows = (device.bgpNeighbors ?? []).map((one) => [
    `  ${one.name}`,
    one.ipv4,
    '4',
    String(one.remoteAs),
    one.established ? hellos : '0',
    one.established ? hellos : '0',
    '0',
    '0',
    up,
    one.established ? 'Estab' : 'Active',
    one.established ? '0' : '',
    one.established ? '0' : '',
  ]);
  const header = [
    '  Description',
    'Neighbor',
    'V',
    'AS',
    'MsgRcvd',
    'MsgSent',
    'InQ',
    'OutQ',
    'Up/Down',
    'State',
    'PfxRcd',
    'PfxAcc',
  ];
  return [
    'BGP summary information for VRF default',
    `Router identifier ${device.routerId}, local AS number ${device.bgpAs}`,
    'Neighbor Status Codes: m - Under maintenance',
    ...textTable([27, 16, 2, 13, 9, 9, 5, 5, 9, 8, 7, 0], [header, ...rows]),
  ].join('\n');
}

/** `show mac address-table`: a switch has learnt its neighbours. */
export function showMacAddressTable(device: FakeDevice): string {
  const learnt = device.role === 'bridge' ? device.neighbors : [];
  const age = `${clockDuration(device.uptimeMs())} ago`;
  const rows = learnt.map((one) => [
    '   1',
    dottedMac(one.neighborMac),
    'DYNAMIC',
    shortInterfaceName(one.interfaceName),
    '1',
    age,
  ]);
  return [
    '          Mac Address Table',
    '------------------------------------------------------------------',
    '',
    'Vlan    Mac Address       Type        Ports      Moves   Last Move',
    '----    -----------       ----        -----      -----   ---------',
    ...textTable([8, 18, 12, 11, 8, 0], rows),
    `Total Mac Addresses for this criterion: ${rows.length}`,
  ].join('\n');
}
