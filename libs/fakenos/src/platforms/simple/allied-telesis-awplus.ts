import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { dateWords } from '../text/date-words';
import { dottedMac } from '../text/dotted-mac';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { uptime } from './device-words';
import { lineWords } from './line-words';
import { ciscoRefusals } from './refusal-words';
import { ciscoRouteLine, routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

/** Allied Telesis AlliedWare Plus. */
export const alliedTelesisAwplus = simplePlatform({
  name: 'allied_telesis_awplus',
  title: 'Allied Telesis AlliedWare Plus',
  ports: { ethernet: (number) => `port1.0.${number}`, management: 'eth0', loopback: 'lo' },
  prompts: {
    user: ({ name }) => `${name}>`,
    enable: ({ name }) => `${name}#`,
    config: ({ name }) => `${name}(config)#`,
  },
  greeting: () => '\nAlliedWare Plus (TM) 5.4.9 04/24/19 09:11:38\n',
  enable: { words: ['enable'], back: ['disable'] },
  configure: {
    words: ['configure terminal'],
    says: 'Enter configuration commands, one per line.  End with CNTL/Z.',
    leave: ['exit'],
    end: ['end'],
  },
  close: ['exit', 'logout', 'quit'],
  paging: { 'terminal length <lines:0-512>': '' },
  save: {
    'write [memory]': 'Building configuration...\n[OK]',
    'copy running-config startup-config': 'Building configuration...\n[OK]',
  },
  configShows: ['show running-config'],
  startupShows: ['show startup-config'],
  shows: {
    'show version': () =>
      [
        'AlliedWare Plus (TM) 5.4.9 04/24/19 09:11:38',
        '',
        'Build name : x510-5.4.9-0.3.rel',
        'Build date : Wed Apr 24 09:11:38 NZST 2019',
        'Build type : RELEASE',
      ].join('\n'),
    'show system': (device) => {
      const { weekday, month, day, time, year } = dateWords(device.now());
      const { days, clock } = uptime(device);
      return [
        `Switch System Status                            ${weekday} ${month} ${day.padStart(2, '0')} ${time} ${year}`,
        '',
        'Board       ID  Bay   Board Name                         Rev   Serial number',
        '--------------------------------------------------------------------------------',
        `Base       370        x510-28GTX                         A-0   ${device.serialNumber}`,
        '--------------------------------------------------------------------------------',
        'RAM:  Total: 495920 kB Free: 356872 kB',
        'Flash: 63.0MB Used: 42.1MB Available: 20.9MB',
        '--------------------------------------------------------------------------------',
        'Environment Status : Normal',
        `Uptime             : ${days} days ${clock}`,
        'Bootloader version : 3.1.2',
        '',
        'Current software   : x510-5.4.9-0.3.rel',
        'Software version   : 5.4.9-0.3',
        'Build date         : Wed Apr 24 09:11:38 NZST 2019',
        '',
        'Current boot config: flash:/default.cfg (file exists)',
        '',
        'System Name',
        ` ${device.name}`,
        'System Contact',
        '',
        'System Location',
        '',
      ].join('\n');
    },
    'show interface': (device) => loopbacksLast(device).flatMap(interfaceLines).join('\n'),
    'show interface brief': (device) =>
      textTable(
        [24, 22, 0],
        [
          ['Interface', 'Status', 'Protocol'],
          ...loopbacksLast(device).map((one) => [one.name, adminState(one), runState(one)]),
        ],
      ).join('\n'),
    'show ip interface brief': (device) =>
      textTable(
        [18, 20, 22, 0],
        [
          ['Interface', 'IP-Address', 'Status', 'Protocol'],
          ...loopbacksLast(device).map((one) => [
            one.name,
            one.ipv4 ?? 'unassigned',
            adminState(one),
            runState(one),
          ]),
        ],
      ).join('\n'),
    'show arp': ({ arp = [] }) =>
      textTable(
        [17, 16, 12, 13, 0],
        [
          ['IP Address', 'LL Address', 'Interface', 'Port', 'Type'],
          ...arp.map((one) => [one.ipv4, dottedMac(one.mac), 'vlan1', one.interfaceName, 'dynamic']),
        ],
      ).join('\n'),
    'show ip route': (device) =>
      [
        'Codes: C - connected, S - static, R - RIP, B - BGP',
        '       O - OSPF, D - DHCP, IA - OSPF inter area',
        '       * - candidate default',
        '',
        ...routeLines(device, ciscoRouteLine),
      ].join('\n'),
    'show lldp neighbors': ({ neighbors }) =>
      [
        'LLDP Neighbor Information:',
        '',
        `Total number of neighbors on these ports .... ${neighbors.length}`,
        '',
        ...textTable(
          [12, 16, 20, 20, 0],
          [
            ['Local', 'Neighbor', 'Neighbor', 'Neighbor', 'System'],
            ['Port', 'Chassis ID', 'Port ID', 'Sys Name', 'Cap.'],
            ['-'.repeat(74)],
            ...neighbors.map((one) => [
              one.interfaceName.replace('port', ''),
              dottedMac(one.neighborMac),
              one.neighborInterface,
              one.name,
              '--B-R----',
            ]),
          ],
        ),
      ].join('\n'),
    'show lldp neighbors detail': lldpDetail,
    'show mac address-table': ({ neighbors }) =>
      textTable(
        [7, 12, 18, 9, 0],
        [
          ['VLAN', 'port', 'mac', 'fwd', ''],
          ...neighbors.map((one) => [
            '1',
            one.interfaceName,
            dottedMac(one.neighborMac),
            'forward',
            'dynamic',
          ]),
        ],
      ).join('\n'),
  },
  config: {
    ...lineWords,
    ipv4: 'ip address <prefix>',
    route: 'ip route <prefix> <gateway>',
    preset: ['service password-encryption'],
  },
  look: { separator: '!', after: ['end'] },
  refusals: ciscoRefusals,
});

function adminState({ adminUp }: DeviceInterface): string {
  return adminUp ? 'admin up' : 'admin down';
}

function runState({ linkUp }: DeviceInterface): string {
  return linkUp ? 'running' : 'down';
}

function interfaceLines(one: DeviceInterface): readonly string[] {
  const address = ipv4Prefix(one.ipv4);
  return [
    `Interface ${one.name}`,
    `  Link is ${one.linkUp ? 'UP' : 'DOWN'}, administrative state is ${one.adminUp ? 'UP' : 'DOWN'}`,
    `  Hardware is ${one.kind === 'loopback' ? 'Loopback' : `Ethernet, address is ${dottedMac(one.mac)}`}`,
    ...(address ? [`  IPv4 address ${one.ipv4} broadcast ${address.broadcast}`] : []),
    ...(one.description === undefined ? [] : [`  Description: ${one.description}`]),
    `  index ${one.ifindex} metric 1 mru ${one.mtu}`,
    '  configured duplex auto, configured speed auto, configured polarity auto',
    `  <${one.adminUp ? 'UP,' : ''}BROADCAST,${one.linkUp ? 'RUNNING,' : ''}MULTICAST>`,
  ];
}

function lldpDetail({ neighbors }: FakeDevice): string {
  return [
    'LLDP Detailed Neighbor Information:',
    '',
    ...neighbors.flatMap((one) => [
      `Local ${one.interfaceName}:`,
      '  Neighbors table last updated 0 hrs 2 mins 11 secs ago',
      '',
      '  Chassis ID Type ............. MAC address',
      `  Chassis ID .................. ${dottedMac(one.neighborMac)}`,
      '  Port ID Type ................ Interface name',
      `  Port ID ..................... ${one.neighborInterface}`,
      '  TTL ......................... 120 (secs)',
      `  Port Description ............ ${one.neighborInterface}`,
      `  System Name ................. ${one.name}`,
      `  System Description .......... ${one.neighborTitle}`,
      '  System Capabilities - Supported .. Bridge, Router',
      `  Management Addresses ........ ${one.neighborMgmtIpv4}`,
      '',
    ]),
  ].join('\n');
}
