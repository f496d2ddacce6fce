import type { DeviceNeighbor, FakeDevice } from '../../device/fake-device';
import { cdpNeighbors, lldpDescription, lldpPortId } from '../cisco/cisco-peers';
import { dottedMac } from '../text/dotted-mac';
import { textTable } from '../text/text-table';
import { nxosShortName } from './nxos-interfaces';

/** `show lldp neighbors`. */
export function showLldpNeighbors({ neighbors }: FakeDevice): string {
  const rows = neighbors.map((one) => {
    return [one.name, nxosShortName(one.interfaceName), '120', 'BR', lldpPortId(one)];
  });
  const header = ['Device ID', 'Local Intf', 'Hold-time', 'Capability', 'Port ID'];
  return [
    'Capability codes:',
    '  (R) Router, (B) Bridge, (T) Telephone, (C) DOCSIS Cable Device',
    '  (W) WLAN Access Point, (P) Repeater, (S) Station, (O) Other',
    ...textTable([21, 16, 11, 12, 0], [header, ...rows]),
    `Total entries displayed: ${neighbors.length}`,
  ].join('\n');
}

/** `show lldp neighbors detail`, of all ports or of one. */
export function showLldpNeighborsDetail({ neighbors }: FakeDevice, port?: string): string {
  const heard = neighbors.filter(({ interfaceName }) => port === undefined || interfaceName === port);
  return [
    ...heard.flatMap((one) => [...lldpEntry(one), '', '']),
    `Total entries displayed: ${heard.length}`,
  ].join('\n');
}

/** `show cdp neighbors`. */
export function showCdpNeighbors(device: FakeDevice): string {
  const heard = cdpNeighbors(device);
  const rows = heard.map(({ one, peer }) => {
    const port = nxosShortName(one.interfaceName);
    return [one.name, port, '144', 'R B', peer.hardware, one.neighborInterface];
  });
  const header = ['Device-ID', 'Local Intrfce', 'Hldtme', 'Capability', 'Platform', 'Port ID'];
  return [
    'Capability Codes: R - Router, T - Trans-Bridge, B - Source-Route-Bridge',
    '                  S - Switch, H - Host, I - IGMP, r - Repeater,',
    '                  V - VoIP-Phone, D - Remotely-Managed-Device,',
    '                  s - Supports-STP-Dispute',
    '',
    ...textTable([20, 15, 7, 12, 14, 0], [header, ...rows]),
    '',
    `Total entries displayed: ${heard.length}`,
  ].join('\n');
}

/** `show cdp neighbors detail`. */
export function showCdpNeighborsDetail(device: FakeDevice): string {
  return cdpNeighbors(device)
    .flatMap(({ one, peer }) => [
      '----------------------------------------',
      `Device ID:${one.name}`,
      `System Name: ${one.name}`,
      '',
      'Interface address(es):',
      `    IPv4 Address: ${one.neighborIpv4 ?? one.neighborMgmtIpv4}`,
      `Platform: cisco ${peer.hardware}, Capabilities: Router Source-Route-Bridge`,
      `Interface: ${one.interfaceName}, Port ID (outgoing port): ${one.neighborInterface}`,
      'Holdtime: 144 sec',
      '',
      'Version:',
      peer.description,
      '',
      'Advertisement Version: 2',
      'Duplex: full',
      '',
      'MTU: 1500',
      'Mgmt address(es):',
      `    IPv4 Address: ${one.neighborMgmtIpv4}`,
    ])
    .join('\n');
}

function lldpEntry(one: DeviceNeighbor): readonly string[] {
  return [
    `Chassis id: ${dottedMac(one.neighborMac)}`,
    `Port id: ${lldpPortId(one)}`,
    `Local Port id: ${nxosShortName(one.interfaceName)}`,
    `Port Description: ${one.neighborInterface}`,
    `System Name: ${one.name}`,
    `System Description: ${lldpDescription(one)}`,
    'Time remaining: 98 seconds',
    'System Capabilities: B, R',
    'Enabled Capabilities: B, R',
    `Management Address: ${one.neighborMgmtIpv4}`,
    'Management Address IPV6: not advertised',
    'Vlan ID: not advertised',
  ];
}
