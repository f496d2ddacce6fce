import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { textTable } from '../text/text-table';
import { addressed, ethernets, uptime } from './device-words';
import { markedRefusals } from './refusal-words';
import { ciscoRouteLine, routeLines } from './route-lines';
import type { SimplePlatform } from './simple-words';

/** How switches with Marvell's ROS word what they do not accept, whoever sells them. */
export const rosRefusals = markedRefusals({
  unknown: '% Unrecognized command',
  incomplete: '% Incomplete command',
  ambiguous: '% Ambiguous command',
});

/** Up time as `00,01:02:03`. */
export function rosUptime(device: FakeDevice): string {
  const { days, clock } = uptime(device);
  return `${String(days).padStart(2, '0')},${clock}`;
}

/** `show interfaces status`. */
export function rosInterfaceStatus(device: FakeDevice): string {
  const row = (one: DeviceInterface) => [
    one.name,
    '1G-Copper',
    one.linkUp ? 'Full' : '--',
    one.linkUp ? '1000' : '--',
    one.linkUp ? 'Enabled' : '--',
    one.linkUp ? 'Off' : '--',
    one.linkUp ? 'Up' : 'Down',
    one.linkUp ? 'Disabled' : '--',
    one.linkUp ? 'Off' : '--',
  ];
  return [
    '                                             Flow Link          Back   Mdix',
    ...textTable(
      [9, 13, 8, 6, 9, 5, 12, 9, 0],
      [
        ['Port', 'Type', 'Duplex', 'Speed', 'Neg', 'ctrl', 'State', 'Pressure', 'Mode'],
        [
          '--------',
          '------------',
          '------',
          '-----',
          '--------',
          '----',
          '-----------',
          '--------',
          '-------',
        ],
        ...ethernets(device).map(row),
      ],
    ),
  ].join('\n');
}

/** `show interfaces description`. */
export function rosInterfaceDescription(device: FakeDevice): string {
  return textTable(
    [9, 0],
    [
      ['Port', 'Description'],
      ['-------', '-----------'],
      ...ethernets(device).map((one) => [one.name, one.description ?? '']),
    ],
  ).join('\n');
}

/** `show ip interface`. */
export function rosIpInterface(device: FakeDevice): string {
  return textTable(
    [20, 13, 12, 12, 0],
    [
      ['    IP Address', '   I/F', ' I/F Status', '   Type', ' Status'],
      ['', '', ' admin/oper'],
      ['-------------------', '------------', '-----------', '-----------', '-----------'],
      ...addressed(device).map(({ one, address }) => [
        `${address.address}/${address.length}`,
        one.name,
        ipState(one),
        'Static',
        'Valid',
      ]),
    ],
  ).join('\n');
}

/** `UP/DOWN`: as wanted, and as it is. */
export function ipState({ adminUp, linkUp }: DeviceInterface): string {
  return `${adminUp ? 'UP' : 'DOWN'}/${linkUp ? 'UP' : 'DOWN'}`;
}

/** `show ip route`. */
export function rosRoutes(device: FakeDevice): string {
  return [
    'Maximum Parallel Paths: 1 (1 after reset)',
    'IP Forwarding: enabled',
    'Codes: > - best, C - connected, S - static, O - OSPF',
    '',
    ...routeLines(device, ciscoRouteLine),
  ].join('\n');
}

/** `show lldp neighbors`. */
export function rosLldpNeighbors({ neighbors }: FakeDevice): string {
  return [
    'System capability legend:',
    'B - Bridge; R - Router; W - Wlan Access Point; T - telephone;',
    'D - DOCSIS Cable Device; H - Host; r - Repeater;',
    'TP - Two Ports MAC Relay; S - S-VLAN; C - C-VLAN; O - Other',
    '',
    ...textTable(
      [10, 18, 19, 18, 14, 0],
      [
        ['  Port', 'Device ID', 'Port ID', 'System Name', 'Capabilities', 'TTL'],
        [
          '---------',
          '-----------------',
          '------------------',
          '-----------------',
          '------------',
          '-----',
        ],
        ...neighbors.map((one) => [
          one.interfaceName,
          one.neighborMac,
          one.neighborInterface,
          one.name,
          'B,R',
          '120',
        ]),
      ],
    ),
  ].join('\n');
}

/** `show mac address-table`. */
export function rosMacTable({ neighbors }: FakeDevice): string {
  return [
    'Flags: I - Internal usage VLAN',
    'Aging time is 300 sec',
    '',
    ...textTable(
      [12, 26, 22, 0],
      [
        ['    Vlan', '      Mac Address', '        Port', '      Type'],
        ['------------', '---------------------', '--------------------', '----------'],
        ...neighbors.map((one) => ['     1', one.neighborMac, one.interfaceName, 'dynamic']),
      ],
    ),
  ].join('\n');
}

/** `show arp`. */
export function rosArp({ arp = [] }: FakeDevice): string {
  return [
    'Total number of entries: ' + String(arp.length),
    '',
    ...textTable(
      [12, 15, 20, 22, 0],
      [
        ['  VLAN', 'Interface', '   IP address', '    HW address', '  Status'],
        ['------------', '-------------', '------------------', '-------------------', '---------------'],
        ...arp.map((one) => ['vlan 1', one.interfaceName, one.ipv4, one.mac, 'dynamic']),
      ],
    ),
  ].join('\n');
}

/** The commands that all of them know, under the same names. */
export const rosShows: SimplePlatform['shows'] = {
  'show interfaces status': rosInterfaceStatus,
  'show interfaces description': rosInterfaceDescription,
  'show ip interface': rosIpInterface,
  'show ip route': rosRoutes,
  'show lldp neighbors': rosLldpNeighbors,
  'show mac address-table': rosMacTable,
  'show arp': rosArp,
};

/** `show system`. */
export function rosSystem(description: string, objectId: string): (device: FakeDevice) => string {
  return (device) =>
    [
      `System Description:                       ${description}`,
      `System Up Time (days,hour:min:sec):       ${rosUptime(device)}`,
      'System Contact:',
      `System Name:                              ${device.name}`,
      'System Location:',
      `System MAC Address:                       ${device.mac}`,
      `System Object ID:                         ${objectId}`,
    ].join('\n');
}
