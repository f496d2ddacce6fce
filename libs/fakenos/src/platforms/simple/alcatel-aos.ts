import type { FakeDevice } from '../../device/fake-device';
import { dateWords } from '../text/date-words';
import { textTable } from '../text/text-table';
import { addressed, ethernets, uptime } from './device-words';
import { plainRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

const RULE = `${'-'.repeat(11)}+${'-'.repeat(8)}+${'-'.repeat(6)}+${'-'.repeat(40)}+${'-'.repeat(34)}+${'-'.repeat(7)}+${'-'.repeat(5)}`;

/** Alcatel-Lucent Enterprise AOS 8. */
export const alcatelAos = simplePlatform({
  name: 'alcatel_aos',
  title: 'Alcatel-Lucent AOS',
  ports: { ethernet: (number) => `1/1/${number}`, management: 'EMP-CMMA', loopback: 'Loopback0' },
  prompts: { enable: ({ name }) => `${name}-> ` },
  close: ['exit', 'quit', 'logout'],
  paging: { 'session more disable': '', 'no more': '' },
  save: {
    'write memory [flash-synchro]':
      '\nFile /flash/working/vcsetup.cfg replaced.\nFile /flash/working/vcboot.cfg replaced.\n',
  },
  configShows: ['show configuration snapshot', 'write terminal'],
  shows: {
    'show system': (device) => {
      const { days, hours, minutes, seconds } = uptime(device);
      const { weekday, month, day, time, year } = dateWords(device.now());
      return [
        'System:',
        '  Description:  Alcatel-Lucent Enterprise OS6860-24 8.6.289.R01 GA, December 13, 2019.,',
        '  Object ID:    1.3.6.1.4.1.6486.801.1.1.2.1.11.1.1,',
        `  Up Time:      ${days} days ${hours} hours ${minutes} minutes and ${seconds} seconds,`,
        '  Contact:      not set,',
        `  Name:         ${device.name},`,
        '  Location:     Unknown,',
        '  Services:     78,',
        `  Date & Time:  ${weekday} ${month} ${day} ${year} ${time} (UTC)`,
        'Flash Space:',
        '    Primary CMM:',
        '      Available (bytes):  1166385152,',
        '      Comments         :  None',
      ].join('\n');
    },
    'show chassis': ({ serialNumber, mac }) =>
      [
        'Local Chassis ID 1 (Master)',
        '  Model Name:                    OS6860-24,',
        '  Module Type:                   0x5062201,',
        '  Description:                   Chassis,',
        '  Part Number:                   903702-90,',
        '  Hardware Revision:             05,',
        `  Serial Number:                 ${serialNumber},`,
        '  Admin Status:                  POWER ON,',
        '  Operational Status:            UP,',
        '  Number Of Resets:              17,',
        `  MAC Address:                   ${mac},`,
        '',
      ].join('\n'),
    'show microcode': () =>
      [
        '   /flash/working',
        '   Package           Release                 Size     Description',
        '-----------------+---------------------+--------+-----------------------------',
        'Uos.img           8.6.289.R01           239607692 Alcatel-Lucent OS',
      ].join('\n'),
    'show interfaces status': interfacesStatus,
    'show interfaces alias': (device) =>
      [
        ' Chas/',
        ' Slot/             Admin     Link     WTR     WTS      Alias',
        ' Port              Status    Status   (sec)   (msec)',
        '-----------------+---------+--------+-------+--------+--------------------------------------',
        ...ethernets(device).map(
          (one) =>
            ` ${one.name.padEnd(17)} ${one.adminUp ? 'enable ' : 'disable'}   ${one.linkUp ? 'up  ' : 'down'}     0       0        "${one.description ?? ''}"`,
        ),
      ].join('\n'),
    'show ip interface': (device) =>
      [
        `Total ${addressed(device).length} interfaces`,
        ' Flags (D=Directly-bound)',
        '',
        ...textTable(
          [34, 18, 17, 8, 8, 0],
          [
            ['            Name', 'IP Address', 'Subnet Mask', 'Status', 'Forward', 'Device'],
            [`${'-'.repeat(32)}+-----------------+----------------+-------+--------+---------`],
            ...addressed(device).map(({ one, address }) => [
              one.name,
              address.address,
              address.mask,
              one.linkUp ? 'UP' : 'DOWN',
              'YES',
              one.kind === 'loopback' ? 'Loopback0' : 'vlan 1',
            ]),
          ],
        ),
      ].join('\n'),
    'show lldp remote-system': lldp,
    'show arp': ({ arp = [] }) =>
      [
        `Total ${arp.length} arp entries`,
        ' Flags (P=Proxy, A=Authentication, V=VRRP, B=BFD, H=HAVLAN, I=INTF)',
        '',
        ...textTable(
          [18, 20, 10, 8, 12, 0],
          [
            [' IP Addr', 'Hardware Addr', 'Type', 'Flags', 'Port', 'Interface'],
            ['-----------------+-------------------+----------+-------+------------+-----------'],
            ...arp.map((one) => [` ${one.ipv4}`, one.mac, 'DYNAMIC', '', one.interfaceName, 'vlan 1']),
          ],
        ),
      ].join('\n'),
    'show ip routes': (device) =>
      [
        ' + = Equal cost multipath routes',
        ` Total ${routeLines(device, () => '').length} routes`,
        '',
        '  Dest Address       Gateway Addr        Age        Protocol',
        '------------------+-------------------+----------+-----------',
        ...routeLines(device, ({ prefix, nextHop, protocol, interfaceName }) =>
          textTable(
            [20, 20, 11, 0],
            [
              [
                `  ${prefix}`,
                nextHop ?? own(device, interfaceName),
                '00:12:31',
                protocol === 'connected' ? 'LOCAL' : protocol.toUpperCase(),
              ],
            ],
          ).join(''),
        ),
      ].join('\n'),
    'show mac-learning': ({ neighbors }) =>
      [
        '   Domain    Vlan/SrvcId[:ISId]      Mac Address           Type          Operation          Interface',
        '------------+----------------------+-------------------+------------------+-------------+-------------------------',
        ...neighbors.map(
          (one) =>
            `    VLAN                      1     ${one.neighborMac}          dynamic       bridging          ${one.interfaceName}`,
        ),
      ].join('\n'),
  },
  config: {
    hostname: 'system name <name>',
    description: 'interfaces port <interface> alias "<text...>"',
    ipv4: 'ip interface <interface> address <address> mask <mask>',
    ipv6: 'ipv6 interface <interface> address <ipv6>',
    down: 'interfaces port <interface> admin-state disable',
    up: 'interfaces port <interface> admin-state enable',
    ospfArea: 'ip ospf interface <interface> area <area>',
    ospfCost: 'ip ospf interface <interface> cost <cost>',
    ospfPassive: 'ip ospf interface <interface> passive',
    route: 'ip static-route <prefix> gateway <gateway>',
    routerId: 'ip router router-id <router>',
    bgp: 'ip bgp autonomous-system <as>',
    bgpNeighbor: 'ip bgp neighbor <peer> remote-as <remote>',
    negation: 'no',
    keeps: [
      'aaa',
      'bridge',
      'ip',
      'lldp',
      'no',
      'ntp',
      'qos',
      'session',
      'snmp',
      'spantree',
      'ssh',
      'swlog',
      'system',
      'user',
      'vlan',
    ],
  },
  look: { before: () => ['! Chassis:', '! Configuration:'] },
  refusals: plainRefusals(
    'ERROR: Invalid entry: "<word>"',
    'ERROR: Incomplete command',
    'ERROR: Ambiguous entry: "<word>"',
  ),
});

function interfacesStatus(device: FakeDevice): string {
  return [
    ' Chas/                                  DETECTED-VALUES                          CONFIGURED-VALUES',
    ' Slot/     Admin    Auto   Speed   Duplex   Pause    FEC     Speed   Duplex   Pause    FEC     Link',
    ' Port      Status   Nego   (Mbps)                     Detect  (Mbps)                     Cfg     Trap   EEE',
    RULE,
    ...ethernets(device).map((one) =>
      textTable(
        [12, 10, 6, 9, 9, 9, 9, 9, 9, 9, 9, 6, 0],
        [
          [
            ` ${one.name}`,
            one.adminUp ? 'en' : 'dis',
            'en',
            one.linkUp ? '1000' : '-',
            one.linkUp ? 'Full' : '-',
            '-',
            '-',
            'Auto',
            'Auto',
            '-',
            'Auto',
            'dis',
            'dis',
          ],
        ],
      ).join(''),
    ),
  ].join('\n');
}

function lldp({ neighbors }: FakeDevice): string {
  return neighbors
    .flatMap((one, at) => [
      `Remote LLDP nearest-bridge Agents on Local Port ${one.interfaceName}:`,
      '',
      `    Chassis ${one.neighborMac}, Port ${one.neighborMac}:`,
      `      Remote ID                   = ${at + 1},`,
      '      Chassis Subtype             = 4 (MAC Address),',
      '      Port Subtype                = 5 (Interface name),',
      `      Port Description            = ${one.neighborInterface},`,
      `      System Name                 = ${one.name},`,
      `      System Description          = ${one.neighborTitle},`,
      '      Capabilities Supported      = Bridge Router,',
      '      Capabilities Enabled        = Bridge Router,',
      `      Management IP Address       = ${one.neighborMgmtIpv4},`,
      '',
    ])
    .join('\n');
}

function own({ interfaces }: FakeDevice, name: string): string {
  return interfaces.find((one) => one.name === name)?.ipv4?.replace(/\/.*/, '') ?? '0.0.0.0';
}
