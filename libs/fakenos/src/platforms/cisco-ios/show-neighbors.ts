import type { FakeDevice } from '../../device/fake-device';
import { cdpNeighbors, lldpDescription, lldpPortId } from '../cisco/cisco-peers';
import { dottedMac } from '../text/dotted-mac';
import { shortInterfaceName, spacedInterfaceName } from '../text/interface-words';
import { textTable } from '../text/text-table';

const LINE = '-'.repeat(48);

/** `show lldp neighbors`. */
export function showLldpNeighbors({ neighbors }: FakeDevice): string {
  const rows = neighbors.map((one) => [
    one.name,
    shortInterfaceName(one.interfaceName),
    '120',
    'R',
    lldpPortId(one),
  ]);
  return [
    'Capability codes:',
    '    (R) Router, (B) Bridge, (T) Telephone, (C) DOCSIS Cable Device',
    '    (W) WLAN Access Point, (P) Repeater, (S) Station, (O) Other',
    '',
    ...textTable(
      [20, 15, 11, 16, 0],
      [['Device ID', 'Local Intf', 'Hold-time', 'Capability', 'Port ID'], ...rows],
    ),
    '',
    `Total entries displayed: ${neighbors.length}`,
    '',
  ].join('\n');
}

/** `show lldp neighbors detail`. */
export function showLldpNeighborsDetail({ neighbors }: FakeDevice): string {
  const entries = neighbors.flatMap((one) => [
    LINE,
    `Local Intf: ${shortInterfaceName(one.interfaceName)}`,
    `Chassis id: ${dottedMac(one.neighborMac)}`,
    `Port id: ${lldpPortId(one)}`,
    `Port Description: ${one.neighborInterface}`,
    `System Name: ${one.name}`,
    '',
    'System Description: ',
    lldpDescription(one),
    '',
    'Time remaining: 98 seconds',
    'System Capabilities: B,R',
    'Enabled Capabilities: R',
    'Management Addresses:',
    `    IP: ${one.neighborMgmtIpv4}`,
    'Auto Negotiation - not supported',
    'Physical media capabilities - not advertised',
    'Media Attachment Unit type - not advertised',
    'Vlan ID: - not advertised',
    '',
  ]);
  return [...entries, '', `Total entries displayed: ${neighbors.length}`, ''].join('\n');
}

/** `show cdp neighbors`. */
export function showCdpNeighbors(device: FakeDevice): string {
  const neighbors = cdpNeighbors(device);
  const rows = neighbors.map(({ one, peer }) => [
    one.name,
    spacedInterfaceName(one.interfaceName),
    '144',
    'R B',
    `${peer.hardware} `,
    spacedInterfaceName(one.neighborInterface),
  ]);
  const header = ['Device ID', 'Local Intrfce', 'Holdtme', 'Capability', 'Platform', 'Port ID'];
  return [
    'Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge',
    '                  S - Switch, H - Host, I - IGMP, r - Repeater, P - Phone, ',
    '                  D - Remote, C - CVTA, M - Two-port Mac Relay ',
    '',
    ...textTable([17, 18, 11, 12, 10, 0], [header, ...rows]),
    '',
    `Total cdp entries displayed : ${neighbors.length}`,
  ].join('\n');
}

/** `show cdp neighbors detail`. */
export function showCdpNeighborsDetail(device: FakeDevice): string {
  const neighbors = cdpNeighbors(device);
  const entries = neighbors.flatMap(({ one, peer }) => [
    '-------------------------',
    `Device ID: ${one.name}`,
    'Entry address(es): ',
    `  IP address: ${one.neighborIpv4 ?? one.neighborMgmtIpv4}`,
    `Platform: Cisco ${peer.hardware},  Capabilities: Router Source-Route-Bridge `,
    `Interface: ${one.interfaceName},  Port ID (outgoing port): ${one.neighborInterface}`,
    'Holdtime : 144 sec',
    '',
    'Version :',
    peer.description,
    '',
    'advertisement version: 2',
    'Duplex: full',
    'Management address(es): ',
    `  IP address: ${one.neighborMgmtIpv4}`,
    '',
  ]);
  return [...entries, '', `Total cdp entries displayed : ${neighbors.length}`].join('\n');
}
