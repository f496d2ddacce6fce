import type { DeviceInterface } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { dateWords } from '../text/date-words';
import { durationWords } from '../text/duration-words';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { groupedMac } from './device-words';
import { lineWords } from './line-words';
import { markedRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

const PROTOCOLS = { connected: 'Direct', local: 'Direct', ospf: 'O_INTRA', static: 'Static' } as const;

/** `GigabitEthernet1/0/1` as Comware's tables have it: `GE1/0/1`. */
const short = (name: string) => name.replace(/^GigabitEthernet/, 'GE').replace(/^LoopBack/, 'Loop');

/** HP (H3C) Comware. */
export const hpComware = simplePlatform({
  name: 'hp_comware',
  title: 'HP Comware',
  ports: {
    ethernet: (number) => `GigabitEthernet1/0/${number}`,
    management: 'M-GigabitEthernet0/0/0',
    loopback: 'LoopBack0',
  },
  prompts: {
    enable: ({ name }) => `<${name}>`,
    config: ({ name }) => `[${name}]`,
    section: ({ name }, { mode, path }) =>
      `[${name}-${mode === 'config-if' ? (path[0] ?? '').replace('interface ', '') : (path[0] ?? '').replaceAll(' ', '')}]`,
  },
  configure: {
    words: ['system-view'],
    says: 'System View: return to User View with Ctrl+Z.',
    leave: ['quit'],
    end: ['return'],
  },
  close: ['quit'],
  paging: { 'screen-length disable': '' },
  quiet: { 'undo terminal monitor': '' },
  save: {
    'save force':
      'Validating file. Please wait....\nSaved the current configuration to mainboard device successfully.',
    save: {
      ask: 'The current configuration will be written to the device. Are you sure? [Y/N]:',
      says: 'Validating file. Please wait....\nSaved the current configuration to mainboard device successfully.',
    },
  },
  configShows: ['display current-configuration'],
  startupShows: ['display saved-configuration'],
  shows: {
    'display version': (device) =>
      [
        'HPE Comware Software, Version 7.1.070, Release 3507P02',
        'Copyright (c) 2010-2019 Hewlett Packard Enterprise Development LP',
        `HPE ${device.name} uptime is ${durationWords(device.uptimeMs())}`,
        'Last reboot reason : User reboot',
        '',
        'Boot image: flash:/5130ei-cmw710-boot-r3507p02.bin',
        'System image: flash:/5130ei-cmw710-system-r3507p02.bin',
        '',
        'Slot 1:',
        `Uptime is ${durationWords(device.uptimeMs())}`,
        '5130-24G-4SFP+ EI with 2 Processors',
        'BOARD TYPE:         5130-24G-4SFP+ EI',
        'DRAM:               1024M bytes',
        'FLASH:              512M bytes',
      ].join('\n'),
    'display device manuinfo': ({ serialNumber, mac }) =>
      [
        'Slot 1 CPU 0:',
        'DEVICE_NAME          : 5130-24G-4SFP+ EI JG932A',
        `DEVICE_SERIAL_NUMBER : ${serialNumber}`,
        `MAC_ADDRESS          : ${groupedMac(mac, 4, '-').toUpperCase()}`,
        'MANUFACTURING_DATE   : 2016-03-09',
        'VENDOR_NAME          : HPE',
      ].join('\n'),
    'display interface brief': (device) =>
      [
        'Brief information on interfaces in route mode:',
        'Link: ADM - administratively down; Stby - standby',
        'Protocol: (s) - spoofing',
        ...textTable(
          [21, 5, 9, 16, 0],
          [
            ['Interface', 'Link', 'Protocol', 'Primary IP', 'Description'],
            ...loopbacksLast(device).map((one) => [
              short(one.name),
              link(one),
              one.linkUp ? (one.kind === 'loopback' ? 'UP(s)' : 'UP') : 'DOWN',
              ipv4Prefix(one.ipv4)?.address ?? '--',
              one.description ?? '',
            ]),
          ],
        ),
      ].join('\n'),
    'display ip interface': (device) =>
      loopbacksLast(device)
        .flatMap((one) => [
          `${one.name} current state: ${one.adminUp ? (one.linkUp ? 'UP' : 'DOWN') : 'Administratively DOWN'}`,
          `Line protocol current state: ${one.linkUp ? 'UP' : 'DOWN'}`,
          ...(one.ipv4 === undefined ? [] : [`Internet Address is ${one.ipv4} Primary`]),
          `The Maximum Transmit Unit: ${one.mtu} bytes`,
        ])
        .join('\n'),
    'display arp': ({ arp = [] }) =>
      [
        '  Type: S-Static   D-Dynamic   O-Openflow   R-Rule   M-Multiport  I-Invalid',
        ...textTable(
          [16, 16, 11, 25, 6, 0],
          [
            ['IP address', 'MAC address', 'VLAN/VSI', 'Interface/Link ID', 'Aging', 'Type'],
            ...arp.map((one) => [
              one.ipv4,
              groupedMac(one.mac, 4, '-'),
              '--',
              short(one.interfaceName),
              '18',
              'D',
            ]),
          ],
        ),
      ].join('\n'),
    'display ip routing-table': (device) =>
      [
        '',
        `Destinations : ${routeLines(device, () => '').length}        Routes : ${routeLines(device, () => '').length}`,
        '',
        'Destination/Mask   Proto   Pre Cost        NextHop         Interface',
        ...routeLines(device, ({ protocol, prefix, distance, metric, nextHop, interfaceName }) =>
          textTable(
            [19, 8, 4, 12, 16, 0],
            [
              [
                prefix,
                PROTOCOLS[protocol],
                String(distance),
                String(metric),
                nextHop ?? ownAddress(device.interfaces, interfaceName),
                short(interfaceName),
              ],
            ],
          ).join(''),
        ),
      ].join('\n'),
    'display lldp neighbor-information list': ({ neighbors }) =>
      textTable(
        [21, 25, 16, 0],
        [
          ['System Name', 'Local Interface', 'Chassis ID', 'Port ID'],
          ...neighbors.map((one) => [
            one.name,
            short(one.interfaceName),
            groupedMac(one.neighborMac, 4, '-'),
            one.neighborInterface,
          ]),
        ],
      ).join('\n'),
    'display mac-address': ({ neighbors }) =>
      textTable(
        [17, 11, 17, 25, 0],
        [
          ['MAC Address', 'VLAN ID', 'State', 'Port/Nickname', 'Aging'],
          ...neighbors.map((one) => [
            groupedMac(one.neighborMac, 4, '-'),
            '1',
            'Learned',
            short(one.interfaceName),
            'Y',
          ]),
        ],
      ).join('\n'),
    'display clock': (device) => clock(device.now()),
  },
  config: {
    ...lineWords,
    hostname: 'sysname <name>',
    ospfArea: 'ospf 1 area <area>',
    ospfCost: 'ospf cost <cost>',
    ospfPassive: 'ospf silent',
    route: 'ip route-static <network> <length> <gateway>',
    routerId: 'router id <router>',
    bgp: 'bgp <as>',
    bgpNeighbor: 'peer <peer> as-number <remote>',
    bgpSource: 'peer <peer> connect-interface <source>',
    up: 'undo shutdown',
    negation: 'undo',
    keeps: [
      'acl',
      'clock',
      'dhcp',
      'ip',
      'info-center',
      'lldp',
      'local-user',
      'ntp-service',
      'snmp-agent',
      'ssh',
      'stp',
    ],
    keepsOnInterface: ['duplex', 'ip', 'lldp', 'mtu', 'port', 'speed', 'stp'],
    preset: ['version 7.1.070, Release 3507P02'],
  },
  look: { before: () => ['#'], separator: '#', after: ['return'] },
  refusals: markedRefusals({
    unknown: "% Unrecognized command found at '^' position.",
    incomplete: "% Incomplete command found at '^' position.",
    ambiguous: "% Ambiguous command found at '^' position.",
  }),
});

function link({ adminUp, linkUp }: DeviceInterface): string {
  return adminUp ? (linkUp ? 'UP' : 'DOWN') : 'ADM';
}

function ownAddress(interfaces: readonly DeviceInterface[], name: string): string {
  return ipv4Prefix(interfaces.find((one) => one.name === name)?.ipv4)?.address ?? '127.0.0.1';
}

/** `14:05:09 UTC Sat 11/21/2026` */
function clock(date: Date): string {
  const { weekday, time, year } = dateWords(date);
  return `${time} UTC ${weekday} ${date.toISOString().slice(5, 10).replace('-', '/')}/${year}`;
}
