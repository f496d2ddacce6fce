import { ipv4Prefix } from '../../device/ipv4-prefix';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { uptime } from './device-words';
import { lineWords } from './line-words';
import { markedRefusals } from './refusal-words';
import { ciscoRouteLine, routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

const SAVED = 'Saving Configuration...\n\nConfiguration Saved.';

/** Aruba's wireless controllers. */
export const arubaOs = simplePlatform({
  name: 'aruba_os',
  title: 'Aruba OS',
  ports: {
    ethernet: (number) => `gigabitethernet0/0/${number - 1}`,
    management: 'mgmt',
    loopback: 'loopback',
  },
  prompts: {
    user: ({ name }) => `(${name}) >`,
    enable: ({ name }) => `(${name}) #`,
    config: ({ name }) => `(${name}) (config) #`,
    section: ({ name }, { mode }) => `(${name}) (${mode})#`,
  },
  enable: { words: ['enable'], asks: [{ prompt: 'Password:' }], back: ['disable'] },
  configure: {
    words: ['configure terminal'],
    says: 'Enter Configuration commands, one per line. End with CNTL/Z\n',
    leave: ['exit'],
    end: ['end'],
  },
  close: ['exit', 'logout'],
  paging: { 'no paging': '' },
  quiet: { paging: '' },
  save: { 'write memory': SAVED, 'copy running-config startup-config': SAVED },
  configShows: ['show running-config'],
  startupShows: ['show startup-config'],
  shows: {
    'show version': (device) => {
      const { days, hours, minutes, seconds } = uptime(device);
      return [
        'Aruba Operating System Software.',
        'ArubaOS (MODEL: Aruba7030), Version 8.6.0.9',
        'Website: http://www.arubanetworks.com',
        '',
        'Switch uptime is ' + `${days} days ${hours} hours ${minutes} minutes ${seconds} seconds`,
        'Reboot Cause: User reboot.',
      ].join('\n');
    },
    'show hostname': ({ name }) => `Hostname is ${name}`,
    'show inventory': ({ serialNumber, mac }) =>
      [
        'Supervisor Card slot        : 0',
        `System Serial#              : ${serialNumber}`,
        `CPU Card Serial#            : ${serialNumber}`,
        'CPU Card Assembly#          : 2010160C',
        'CPU Card Revision           : (Rev:03.00)',
        'SC Model#                   : Aruba7030',
        `HW MAC Addr                 : ${mac} to ${mac}`,
        'CPLD Version                : (Rev: 4.5)',
      ].join('\n'),
    'show ip interface brief': (device) =>
      textTable(
        [28, 36, 10, 0],
        [
          ['Interface', '       IP Address / IP Netmask', 'Admin', 'Protocol'],
          ...loopbacksLast(device).map((one) => {
            const address = ipv4Prefix(one.ipv4);
            return [
              one.name.replace(/^([a-z]+)(?=\d)/, '$1 '),
              address
                ? `${address.address.padStart(15)} / ${address.mask}`
                : `${'unassigned'.padStart(15)} / unassigned`,
              one.adminUp ? 'up' : 'down',
              one.linkUp ? 'up' : 'down',
            ];
          }),
        ],
      ).join('\n'),
    'show arp': ({ arp = [] }) =>
      [
        'Codes:  * - Local Addresses, S - Static, A - Auth',
        '',
        `Total ARP entries: ${arp.length}`,
        'IPV4 ARP Table',
        '--------------',
        ...textTable(
          [2, 10, 17, 19, 24, 0],
          [
            ['', 'Protocol', 'IP Address', 'Hardware Address', 'Interface', 'Age'],
            ...arp.map((one) => ['', 'Internet', one.ipv4, one.mac, one.interfaceName, '12']),
          ],
        ),
      ].join('\n'),
    'show ip route': (device) =>
      ['Codes: C - connected, O - OSPF, R - RIP, S - static', '', ...routeLines(device, ciscoRouteLine)].join(
        '\n',
      ),
    'show lldp neighbor': ({ neighbors }) =>
      [
        'Capability codes: (R)Router, (B)Bridge, (A)Access Point, (P)Phone, (O)Other',
        '',
        'LLDP Neighbor Information',
        '-------------------------',
        ...textTable(
          [24, 20, 12, 26, 0],
          [
            ['Local Intf', 'Chassis ID', 'Capability', 'Remote Intf', 'System name'],
            ...neighbors.map((one) => [
              one.interfaceName,
              one.neighborMac,
              'B:R',
              one.neighborInterface,
              one.name,
            ]),
          ],
        ),
        '',
        `Number of neighbors: ${neighbors.length}`,
      ].join('\n'),
  },
  config: {
    ...lineWords,
    hostname: 'hostname "<name>"',
    description: 'description "<text...>"',
    spell: (name) => name.replace(/^([a-z]+)(?=\d)/, '$1 '),
  },
  look: {
    before: () => ['version 8.6', 'enable secret "******"'],
    indent: 4,
    separator: '!',
    after: ['end'],
  },
  refusals: markedRefusals({
    unknown: "% Invalid input detected at '^' marker.",
    incomplete: '% Incomplete command.',
    ambiguous: '% Ambiguous command.',
  }),
});
