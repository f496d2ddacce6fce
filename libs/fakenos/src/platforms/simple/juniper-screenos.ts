import { ipv4Prefix } from '../../device/ipv4-prefix';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { groupedMac, uptime } from './device-words';
import { plainRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

/** Juniper ScreenOS (SSG). */
export const juniperScreenos = simplePlatform({
  name: 'juniper_screenos',
  title: 'Juniper ScreenOS',
  ports: { ethernet: (number) => `ethernet0/${number}`, management: 'ethernet0/0', loopback: 'loopback.1' },
  greeting: () => 'Remote Management Console\n',
  prompts: { enable: ({ name }) => `${name}-> ` },
  close: ['exit'],
  paging: { 'set console page <lines:0-512>': '' },
  save: { 'save [config]': 'Save System Configuration ...\nDone' },
  configShows: ['get config'],
  shows: {
    'get system': (device) => {
      const { days, hours, minutes, seconds } = uptime(device);
      return [
        'Product Name: SSG-140',
        `Serial Number: ${device.serialNumber}, Control Number: 00000000`,
        'Hardware Version: 1010(0)-(00), FPGA checksum: 00000000, VLAN1 IP (0.0.0.0)',
        'Flash Type: Samsung',
        'Software Version: 6.3.0r27.0, Type: Firewall+VPN',
        `Base Mac: ${groupedMac(device.mac, 4, '.')}`,
        `Host Name: ${device.name}`,
        '',
        `Up ${days * 24 + hours} hours ${minutes} minutes ${seconds} seconds Since ${new Date(device.now().getTime() - device.uptimeMs()).toISOString().slice(0, 19).replace('T', ' ')}`,
      ].join('\n');
    },
    'get hostname': ({ name }) => `Hostname: ${name}`,
    'get interface': (device) =>
      [
        '',
        'A - Active, I - Inactive, U - Up, D - Down, R - Ready',
        '',
        'Interfaces in vsys Root:',
        ...textTable(
          [16, 19, 12, 15, 5, 6, 0],
          [
            ['Name', 'IP Address', 'Zone', 'MAC', 'VLAN', 'State', 'VSD'],
            ...loopbacksLast(device).map((one) => [
              one.name,
              one.ipv4 ?? '0.0.0.0/0',
              one.kind === 'mgmt' ? 'MGT' : 'Trust',
              groupedMac(one.mac, 4, '.'),
              '-',
              one.linkUp ? 'U' : 'D',
              '-',
            ]),
          ],
        ),
      ].join('\n'),
    'get arp': ({ arp = [] }) =>
      [
        `usage: ${arp.length}/4096 miss: 0`,
        ...textTable(
          [17, 15, 21, 6, 8, 0],
          [
            ['IP', 'Mac', 'VR/Interface', 'State', 'Age', 'Retry'],
            ...arp.map((one) => [
              one.ipv4,
              groupedMac(one.mac, 4, ''),
              `trust-vr/${one.interfaceName}`,
              'VLD',
              '1121',
              '0',
            ]),
          ],
        ),
      ].join('\n'),
    'get route': (device) => {
      let id = 0;
      return [
        '',
        '',
        'IPv4 Dest-Routes for <trust-vr> (' + String(routeLines(device, () => '').length) + ' entries)',
        '-'.repeat(98),
        '         ID          IP-Prefix      Interface         Gateway   P Pref    Mtr     Vsys',
        '-'.repeat(98),
        ...routeLines(device, ({ letter, prefix, interfaceName, nextHop, distance, metric }) =>
          [
            '*'.padEnd(4),
            String(++id).padStart(7),
            prefix.padStart(19),
            interfaceName.padStart(15),
            (nextHop ?? '0.0.0.0').padStart(16),
            letter.padStart(4),
            String(distance).padStart(5),
            String(metric).padStart(7),
            '     Root',
          ].join(''),
        ),
      ].join('\n');
    },
    'get ospf neighbor': ({ ospfNeighbors = [] }) =>
      textTable(
        [17, 17, 18, 0],
        [
          ['IP address', 'Router ID', 'Interface', 'State'],
          ...ospfNeighbors.map((one) => [
            one.ipv4,
            one.routerId,
            one.interfaceName,
            one.full ? 'Full' : '2-way',
          ]),
        ],
      ).join('\n'),
    'get clock': (device) =>
      `Date ${device.now().toISOString().slice(0, 10)} ${device.now().toISOString().slice(11, 19)}, Daylight Saving Time disabled`,
    'get management': (device) =>
      `Manage IP: ${ipv4Prefix(device.interfaces[0]?.ipv4)?.address ?? '0.0.0.0'}`,
  },
  config: {
    hostname: 'set hostname <name>',
    description: 'set interface <interface> description "<text...>"',
    ipv4: 'set interface <interface> ip <prefix>',
    ipv6: 'set interface <interface> ipv6 ip <ipv6>',
    down: 'set interface <interface> phy link-down',
    up: 'unset interface <interface> phy link-down',
    ospfArea: 'set interface <interface> protocol ospf area <area>',
    ospfCost: 'set interface <interface> protocol ospf cost <cost>',
    ospfPassive: 'set interface <interface> protocol ospf passive',
    route: 'set route <prefix> gateway <gateway>',
    routerId: 'set router-id <router>',
    bgp: 'set protocol bgp <as>',
    bgpNeighbor: 'set protocol bgp neighbor <peer> remote-as <remote>',
    negation: ['set', 'unset'],
    keeps: ['set', 'unset'],
  },
  look: { before: () => ['Total Config size 4096:'] },
  refusals: plainRefusals(
    '              ^----------unknown keyword <word>',
    '              ^----------incomplete command',
    '              ^----------ambiguous keyword <word>',
  ),
});
