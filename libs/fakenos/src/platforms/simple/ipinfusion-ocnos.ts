import type { DeviceInterface } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { dottedMac } from '../text/dotted-mac';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { uptime } from './device-words';
import { lineWords } from './line-words';
import { ciscoRefusals } from './refusal-words';
import { ciscoRouteLine, routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

const SAVED = 'Building configuration...\n[OK]';

/** IP Infusion OcNOS, which commits. */
export const ipinfusionOcnos = simplePlatform({
  name: 'ipinfusion_ocnos',
  title: 'IP Infusion OcNOS',
  ports: { ethernet: (number) => `xe${number}`, management: 'eth0', loopback: 'lo' },
  prompts: {
    user: ({ name }) => `${name}>`,
    enable: ({ name }) => `${name}#`,
    config: ({ name }) => `${name}(config)#`,
  },
  enable: { words: ['enable'], back: ['disable'] },
  configure: {
    words: ['configure terminal'],
    says: 'Enter configuration commands, one per line.  End with CNTL/Z.',
    leave: ['exit'],
    end: ['end'],
  },
  close: ['exit', 'logout', 'quit'],
  paging: { 'terminal length <lines:0-511>': '' },
  quiet: { 'terminal no monitor': '', 'terminal monitor': '', 'terminal width <width:24-511>': '' },
  save: { 'write [memory]': SAVED, 'copy running-config startup-config': SAVED },
  configShows: ['show running-config'],
  startupShows: ['show startup-config'],
  shows: {
    'show version': (device) => {
      const { days, hours, minutes, seconds } = uptime(device);
      return [
        ' Software version: EC_AS5912-54X-OcNOS-5.0.187-SP_MPLS-S0-P0 03/28/2022 14:19:35',
        '  Copyright (C) 2022 IP Infusion. All rights reserved',
        '',
        ' Software Product: OcNOS-SP, Version: 5.0.187',
        ' Hardware Model: Edgecore 5912-54X-O-AC-F',
        ' Software Feature Code: SP-MPLS',
        ` System Uptime: ${days} days ${hours} hours ${minutes} minutes ${seconds} seconds`,
        ' Root Filesystem Type: EXT4',
        ` Serial Number: ${device.serialNumber}`,
      ].join('\n');
    },
    'show hostname': ({ name }) => name,
    'show interface brief': (device) =>
      textTable(
        [12, 10, 10, 10, 0],
        [
          ['Ethernet', 'Type', 'Status', 'Speed', 'Description'],
          ['-'.repeat(60)],
          ...loopbacksLast(device).map((one) => [
            one.name,
            one.kind === 'loopback' ? 'LOOP' : 'ETH',
            status(one),
            '10g',
            one.description ?? '',
          ]),
        ],
      ).join('\n'),
    'show ip interface brief': (device) =>
      textTable(
        [18, 20, 22, 0],
        [
          ['Interface', 'IP-Address', 'Admin-Status', 'Link-Status'],
          ...loopbacksLast(device).map((one) => [
            one.name,
            ipv4Prefix(one.ipv4)?.address ?? 'unassigned',
            one.adminUp ? 'up' : 'down',
            status(one),
          ]),
        ],
      ).join('\n'),
    'show lldp table': ({ neighbors }) =>
      [
        'Capability codes: (R) Router, (B) Bridge, (O) Other',
        'LocalPort      RemoteDevice             RemotePortID        Capability    RemotePortDescr',
        '---------------+------------------------+-------------------+-------------+----------------',
        ...neighbors.map((one) =>
          textTable(
            [15, 25, 20, 14, 0],
            [[one.interfaceName, one.name, one.neighborInterface, 'R', one.neighborInterface]],
          ).join(''),
        ),
      ].join('\n'),
    'show arp': ({ arp = [] }) =>
      textTable(
        [17, 17, 18, 0],
        [
          ['Address', 'HWaddress', 'Interface', 'Type'],
          ...arp.map((one) => [one.ipv4, dottedMac(one.mac), one.interfaceName, 'Dynamic']),
        ],
      ).join('\n'),
    'show ip route': (device) =>
      [
        'Codes: K - kernel, C - connected, S - static, R - RIP, B - BGP',
        '       O - OSPF, IA - OSPF inter area',
        'IP Route Table for VRF "default"',
        ...routeLines(device, ciscoRouteLine),
      ].join('\n'),
  },
  config: { ...lineWords, ipv4: 'ip address <prefix>', route: 'ip route <prefix> <gateway>', commits: true },
  look: {
    before: () => ['!', '! Software version: EC_AS5912-54X-OcNOS-5.0.187-SP_MPLS-S0-P0', '!'],
    separator: '!',
    after: ['end'],
  },
  refusals: ciscoRefusals,
});

function status({ linkUp }: DeviceInterface): string {
  return linkUp ? 'up' : 'down';
}
