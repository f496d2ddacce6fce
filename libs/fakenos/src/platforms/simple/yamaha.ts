import { ipv4Prefix } from '../../device/ipv4-prefix';
import { dateWords } from '../text/date-words';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { uptime } from './device-words';
import { plainRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

const KINDS = { connected: 'implicit', local: 'implicit', ospf: 'OSPF', static: 'static' } as const;

/** Yamaha routers (RTX). */
export const yamaha = simplePlatform({
  name: 'yamaha',
  title: 'Yamaha RTX',
  ports: { ethernet: (number) => `lan${number}`, management: 'mgmt0', loopback: 'loopback1' },
  greeting: () => '\nRTX1210 Rev.14.01.40\n',
  prompts: { user: ({ name }) => `${name}> `, enable: ({ name }) => `${name}# ` },
  enable: { words: ['administrator'], asks: [{ prompt: 'Password: ' }], back: ['exit', 'quit'] },
  close: [],
  paging: { 'console lines infinity': '', 'console lines <lines:1-512>': '' },
  quiet: { 'console character <code>': '', 'console columns <columns:80-200>': '' },
  save: { save: 'Saving ... CONFIG0 Done .' },
  configShows: ['show config'],
  shows: {
    'show environment': (device) => {
      const { days, clock } = uptime(device);
      const stamp = (date: Date) => {
        const { weekday, time } = dateWords(date);
        return `${date.toISOString().slice(0, 10).replaceAll('-', '/')} ${time} +00:00 (${weekday})`;
      };
      return [
        'RTX1210 BootROM Ver.1.04',
        'RTX1210 Rev.14.01.40 (Wed Mar  3 10:21:33 2021)',
        `  main:  RTX1210 ver=00 serial=${device.serialNumber} MAC-Address=${device.mac} MAC-Address=${device.mac}`,
        'CPU:   0%(5sec)   0%(1min)   0%(5min)    Memory: 26% used',
        'Packet-buffer:   0%(small)   0%(middle)   5%(large)   0%(huge) used',
        'Firmware: internal  Config. file: CONFIG0',
        'Default firmware: internal  Default config. file: CONFIG0',
        `Boot time: ${stamp(new Date(device.now().getTime() - device.uptimeMs()))}`,
        `Current time: ${stamp(device.now())}`,
        `Elapsed time from boot: ${days}days ${clock}`,
        'Security Class: 1, FORGET: ON, TELNET: OFF',
        'Inside Temperature(C.): 36',
      ].join('\n');
    },
    'show interface': (device) =>
      textTable(
        [14, 20, 10, 10, 0],
        [
          ['Interface', 'IP Address', 'Admin', 'Link', 'Description'],
          ...loopbacksLast(device).map((one) => [
            one.name,
            ipv4Prefix(one.ipv4) ? (one.ipv4 ?? '') : '-',
            one.adminUp ? 'up' : 'down',
            one.linkUp ? 'up' : 'down',
            one.description ?? '',
          ]),
        ],
      ).join('\n'),
    'show arp': ({ arp = [] }) =>
      [
        `Count of cache entries: ${arp.length}`,
        ...textTable(
          [16, 18, 20, 0],
          [
            ['Interface', 'IP address', 'MAC address', 'TTL(second)'],
            ...arp.map((one) => [one.interfaceName.toUpperCase(), one.ipv4, one.mac, '1121']),
          ],
        ),
      ].join('\n'),
    'show ip route': (device) =>
      [
        'Destination         Gateway          Interface       Kind  Additional Info.',
        ...routeLines(
          device,
          ({ prefix, nextHop, interfaceName, protocol, metric }) =>
            textTable(
              [20, 17, 12, 12, 0],
              [
                [
                  prefix,
                  nextHop ??
                    ipv4Prefix(device.interfaces.find((one) => one.name === interfaceName)?.ipv4)?.address ??
                    '-',
                  interfaceName.toUpperCase(),
                  KINDS[protocol],
                  protocol === 'ospf' ? `cost=${metric}` : '',
                ],
              ],
            ).join('') + ' ',
        ),
      ].join('\n'),
    'show lldp neighbors': ({ neighbors }) =>
      textTable(
        [12, 24, 24, 0],
        [
          ['Port', 'System Name', 'Port ID', 'Chassis ID'],
          ...neighbors.map((one) => [
            one.interfaceName.toUpperCase(),
            one.name,
            one.neighborInterface,
            one.neighborMac,
          ]),
        ],
      ).join('\n'),
  },
  config: {
    hostname: 'console prompt <name>',
    description: 'description <interface> "<text...>"',
    ipv4: 'ip <interface> address <prefix>',
    ipv6: 'ipv6 <interface> address <ipv6>',
    down: 'lan shutdown <interface>',
    up: 'no lan shutdown <interface>',
    ospfArea: 'ip <interface> ospf area <area>',
    ospfCost: 'ip <interface> ospf cost <cost>',
    ospfPassive: 'ip <interface> ospf passive',
    route: 'ip route <prefix> gateway <gateway>',
    routerId: 'ospf router id <router>',
    bgp: 'bgp autonomous-system <as>',
    bgpNeighbor: 'bgp neighbor <peer> as <remote>',
    negation: 'no',
    keeps: [
      'dhcp',
      'dns',
      'httpd',
      'ip',
      'ipsec',
      'ipv6',
      'lan',
      'login',
      'nat',
      'no',
      'ntpdate',
      'pp',
      'snmp',
      'sshd',
      'syslog',
      'telnetd',
      'timezone',
      'tunnel',
      'vlan',
    ],
  },
  look: {
    before: ({ serialNumber, mac }) => [
      '# RTX1210 Rev.14.01.40 (Wed Mar  3 10:21:33 2021)',
      `# MAC Address : ${mac}`,
      `# main:  RTX1210 ver=00 serial=${serialNumber}`,
    ],
  },
  refusals: plainRefusals(
    'Error: Invalid command name',
    'Error: Missing parameter',
    'Error: Ambiguous command name',
  ),
  commands: ['exit', 'quit'].map((syntax) => ({
    syntax,
    modes: ['user'],
    run: () => ({ close: true as const }),
  })),
});
