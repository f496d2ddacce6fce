import { ipv4Prefix } from '../../device/ipv4-prefix';
import { durationWords } from '../text/duration-words';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { lineWords } from './line-words';
import { markedRefusals } from './refusal-words';
import { ciscoRouteLine, routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

/** `GigabitEthernet1/2` as `GigabitEthernet 1/2`. */
const spaced = (name: string) => name.replace(/^([A-Za-z]+)(?=\d)/, '$1 ');

/** Dell Force10 (DNOS 9). */
export const dellForce10 = simplePlatform({
  name: 'dell_force10',
  title: 'Dell Force10',
  ports: {
    ethernet: (number) => `GigabitEthernet1/${number}`,
    management: 'ManagementEthernet0/0',
    loopback: 'Loopback0',
  },
  prompts: {
    user: ({ name }) => `${name}>`,
    enable: ({ name }) => `${name}#`,
    config: ({ name }) => `${name}(conf)#`,
    section: ({ name }, { mode, path }) => {
      const short = /^interface (..)\S* ?(\S*)$/.exec(path[0] ?? '');
      return mode === 'config-if' && short
        ? `${name}(conf-if-${(short[1] ?? '').toLowerCase()}-${short[2]})#`
        : `${name}(conf-${mode.slice('config-'.length)})#`;
    },
  },
  enable: { words: ['enable'], back: ['disable'] },
  configure: { words: ['configure [terminal]'], leave: ['exit'], end: ['end'] },
  close: ['exit', 'logout', 'quit'],
  paging: { 'terminal length <lines:0-512>': '' },
  save: {
    'write [memory]': '!\nSynchronizing data to peer unit',
    'copy running-config startup-config': '!\n2048 bytes successfully copied',
  },
  configShows: ['show running-config'],
  startupShows: ['show startup-config'],
  shows: {
    'show version': (device) =>
      [
        'Dell Real Time Operating System Software',
        'Dell Operating System Version:  2.0',
        'Dell Application Software Version:  9.14(2.4)',
        'Copyright (c) 1999-2019 by Dell Inc. All Rights Reserved.',
        'Build Time: Mon Jul  1 04:20:05 2019',
        'Build Path: /build/build03/SW/SRC',
        `Dell Networking OS uptime is ${durationWords(device.uptimeMs()).replaceAll('minute', 'minute(s)').replaceAll('(s)s', '(s)')}`,
        '',
        'System image file is "system://A"',
        '',
        'System Type: S3048-ON',
        'Control Processor: Intel Rangeley with 2 Gbytes (2127888384 bytes) of memory, core(s) 2.',
        '',
        '256M bytes of boot flash memory.',
        '',
        '  1 52-port GE/TE (S3048-ON)',
        ' 48 GigabitEthernet/IEEE 802.3 interface(s)',
      ].join('\n'),
    'show inventory': ({ serialNumber }) =>
      [
        'System Type        : S3048-ON',
        'System Mode        : 1.0',
        'Software Version   : 9.14(2.4)',
        '',
        'Unit Type                      Serial Number  Part Number  Rev  Svc Tag',
        '-----------------------------------------------------------------------',
        `* 1  S3048-ON-01-FE-52T        ${serialNumber.padEnd(14)} 0D7TVF       A02  ${serialNumber.slice(0, 7)}`,
      ].join('\n'),
    'show ip interface brief': (device) =>
      textTable(
        [27, 16, 4, 7, 18, 0],
        [
          ['Interface', 'IP-Address', 'OK', 'Method', 'Status', 'Protocol'],
          ...loopbacksLast(device).map((one) => {
            const address = ipv4Prefix(one.ipv4)?.address;
            return [
              spaced(one.name),
              address ?? 'unassigned',
              'YES',
              address === undefined ? 'None' : 'Manual',
              one.linkUp ? 'up' : 'down',
              one.linkUp ? 'up' : 'down',
            ];
          }),
        ],
      ).join('\n'),
    'show arp': ({ arp = [] }) =>
      textTable(
        [12, 16, 10, 20, 15, 10, 0],
        [
          ['Protocol', 'Address', 'Age(min)', 'Hardware Address', 'Interface', 'VLAN', 'CPU'],
          ['-'.repeat(92)],
          ...arp.map((one) => [
            'Internet',
            one.ipv4,
            '12',
            one.mac,
            one.interfaceName.replace(/^(..)\D*/, '$1 '),
            '-',
            'CP',
          ]),
        ],
      ).join('\n'),
    'show ip route': (device) =>
      [
        'Codes: C - connected, S - static, R - RIP, B - BGP, O - OSPF, L - LISP',
        '',
        'Gateway of last resort is not set',
        '',
        ...routeLines(device, ciscoRouteLine),
      ].join('\n'),
    'show lldp neighbors': ({ neighbors }) =>
      textTable(
        [15, 19, 26, 0],
        [
          ['Loc PortID', 'Rem Host Name', 'Rem Port Id', 'Rem Chassis Id'],
          ['-'.repeat(75)],
          ...neighbors.map((one) => [
            one.interfaceName.replace(/^(..)\D*/, '$1 '),
            one.name,
            one.neighborInterface,
            one.neighborMac,
          ]),
        ],
      ).join('\n'),
    'show mac-address-table': ({ neighbors }) =>
      textTable(
        [8, 20, 10, 16, 0],
        [
          ['VlanId', 'Mac Address', 'Type', 'Interface', 'State'],
          ...neighbors.map((one) => [
            '1',
            one.neighborMac,
            'Dynamic',
            one.interfaceName.replace(/^(..)\D*/, '$1 '),
            'Active',
          ]),
        ],
      ).join('\n'),
  },
  config: {
    ...lineWords,
    spell: spaced,
    ipv4: 'ip address <prefix>',
    route: 'ip route <prefix> <gateway>',
    showsUp: true,
  },
  look: {
    before: () => ['Current Configuration ...', '! Version 9.14(2.4)', '!'],
    separator: '!',
    after: ['end'],
  },
  refusals: markedRefusals({
    unknown: '% Error: Invalid input at "^" marker.',
    incomplete: '% Error: Incomplete command.',
    ambiguous: '% Error: Ambiguous command.',
  }),
});
