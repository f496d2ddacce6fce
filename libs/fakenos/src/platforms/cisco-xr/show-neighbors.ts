import type { DeviceNeighbor, FakeDevice } from '../../device/fake-device';
import { cdpNeighbors, lldpDescription, lldpPortId } from '../cisco/cisco-peers';
import { dottedMac } from '../text/dotted-mac';
import { shortInterfaceName } from '../text/interface-words';
import { textTable } from '../text/text-table';
import { xrShortName } from './xr-interfaces';

const LLDP_LEGEND = [
  'Capability codes:',
  '        (R) Router, (B) Bridge, (T) Telephone, (C) DOCSIS Cable Device',
  '        (W) WLAN Access Point, (P) Repeater, (S) Station, (O) Other',
  '',
];

/** `show lldp neighbors`. */
export function showLldpNeighbors({ neighbors }: FakeDevice): string {
  const rows = neighbors.map((one) => [one.name, one.interfaceName, '120', 'R', lldpPortId(one)]);
  const header = ['Device ID', 'Local Intf', 'Hold-time', 'Capability', 'Port ID'];
  return [
    ...LLDP_LEGEND,
    ...textTable([16, 32, 11, 16, 0], [header, ...rows]),
    '',
    `Total entries displayed: ${neighbors.length}`,
    '',
  ].join('\n');
}

/** `show lldp neighbors detail`. */
export function showLldpNeighborsDetail(device: FakeDevice): string {
  const entries = device.neighbors.flatMap((one) => lldpEntry(device, one));
  return [...LLDP_LEGEND, ...entries, `Total entries displayed: ${device.neighbors.length}`, ''].join('\n');
}

/** `show cdp neighbors`. */
export function showCdpNeighbors(device: FakeDevice): string {
  const rows = cdpNeighbors(device).map(({ one, peer }) => [
    one.name,
    xrShortName(one.interfaceName),
    '144',
    'R',
    `${peer.hardware} `,
    shortInterfaceName(one.neighborInterface),
  ]);
  const header = ['Device ID', 'Local Intrfce', 'Holdtme', 'Capability', 'Platform', 'Port ID'];
  return [
    'Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge',
    '                  S - Switch, H - Host, I - IGMP, r - Repeater',
    '',
    ...textTable([16, 17, 8, 11, 10, 0], [header, ...rows]),
  ].join('\n');
}

/** `show cdp neighbors detail`. */
export function showCdpNeighborsDetail(device: FakeDevice): string {
  return cdpNeighbors(device)
    .flatMap(({ one, peer }) => [
      '',
      '-------------------------',
      `Device ID: ${one.name}`,
      `SysName : ${one.name}`,
      'Entry address(es): ',
      `  IPv4 address: ${one.neighborIpv4 ?? one.neighborMgmtIpv4}`,
      `Platform: cisco ${peer.hardware},  Capabilities: Router`,
      `Interface: ${one.interfaceName}`,
      `Port ID (outgoing port): ${one.neighborInterface}`,
      'Holdtime : 144 sec',
      '',
      'Version :',
      peer.description,
      '',
      'advertisement version: 2',
      'Duplex: full',
    ])
    .join('\n');
}

function lldpEntry(device: FakeDevice, one: DeviceNeighbor): readonly string[] {
  return [
    '-'.repeat(48),
    `Local Interface: ${one.interfaceName}`,
    `Chassis id: ${dottedMac(one.neighborMac)}`,
    `Port id: ${lldpPortId(one)}`,
    `Port Description: ${one.neighborInterface}`,
    `System Name: ${one.name}`,
    '',
    'System Description: ',
    lldpDescription(one),
    '',
    'Time remaining: 98 seconds',
    'Hold Time: 120 seconds',
    `Age: ${Math.floor(device.uptimeMs() / 1000)} seconds`,
    'System Capabilities: B,R',
    'Enabled Capabilities: R',
    'Management Addresses:',
    `  IPv4 address: ${one.neighborMgmtIpv4}`,
    '',
    `Peer MAC Address: ${one.neighborMac}`,
    '',
    '',
  ];
}
