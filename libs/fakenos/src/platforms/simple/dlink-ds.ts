import { textTable } from '../text/text-table';
import { addressed, colonLines, ethernets, uptime } from './device-words';
import { plainRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

/** D-Link DGS and DES switches. */
export const dlinkDs = simplePlatform({
  name: 'dlink_ds',
  title: 'D-Link DS',
  ports: { ethernet: (number) => String(number), management: 'mgmt_ipif', loopback: 'loopback1' },
  greeting: () =>
    '\n                 DGS-3120-24TC Gigabit Ethernet Switch\n                        Command Line Interface\n',
  prompts: { enable: ({ name }) => `${name}:admin#` },
  close: ['logout', 'exit'],
  paging: { 'disable clipaging': 'Command: disable clipaging\n\nSuccess.\n' },
  quiet: { 'enable clipaging': 'Command: enable clipaging\n\nSuccess.\n' },
  save: { 'save [config]': 'Command: save\n\nSaving all configurations to NV-RAM.......... Done.\n' },
  configShows: ['show config current_config'],
  shows: {
    'show switch': (device) => {
      const { days, clock } = uptime(device);
      return [
        'Command: show switch',
        '',
        ...colonLines(27, {
          'Device Type': 'DGS-3120-24TC Gigabit Ethernet Switch',
          'MAC Address': device.mac.toUpperCase().replaceAll(':', '-'),
          'Boot PROM Version': 'Build 1.00.010',
          'Firmware Version': 'Build 3.10.B02',
          'Hardware Version': 'B1',
          'Serial Number': device.serialNumber,
          'System Name': device.name,
          'System Location': '',
          'System Uptime': `${days} days, ${clock}`,
        }),
      ].join('\n');
    },
    'show ports': (device) =>
      [
        'Command: show ports',
        '',
        ...textTable(
          [8, 10, 24, 22, 0],
          [
            [' Port', 'State/', 'Settings', 'Connection', 'Address'],
            ['', 'MDIX', 'Speed/Duplex/FlowCtrl', 'Speed/Duplex/FlowCtrl', 'Learning'],
            [' -----', '--------', '---------------------', '---------------------', '--------'],
            ...ethernets(device).map((one) => [
              ` ${one.name}`,
              one.adminUp ? 'Enabled' : 'Disabled',
              'Auto/Disabled',
              one.linkUp ? '1000M/Full/None' : 'LinkDown',
              'Enabled',
            ]),
          ],
        ),
      ].join('\n'),
    'show ports description': (device) =>
      [
        'Command: show ports description',
        '',
        ...ethernets(device).map(
          (one) =>
            ` ${one.name.padEnd(6)} ${one.adminUp ? 'Enabled ' : 'Disabled'}  Desc: ${one.description ?? ''}`,
        ),
      ].join('\n'),
    'show ipif': (device) =>
      [
        'Command: show ipif',
        '',
        ...addressed(device).flatMap(({ one }) => [
          ...colonLines(27, {
            'IP Interface': one.name,
            'VLAN Name': 'default',
            'Interface Admin State': one.adminUp ? 'Enabled' : 'Disabled',
            'Link Status': one.linkUp ? 'LinkUp' : 'LinkDown',
            'IPv4 Address': `${one.ipv4 ?? ''} (Manual)  Primary`,
          }),
          '',
        ]),
      ].join('\n'),
    'show arpentry': ({ arp = [] }) =>
      [
        '',
        ' ARP Aging Time : 20',
        '',
        ...textTable(
          [14, 17, 19, 0],
          [
            ['Interface', 'IP Address', 'MAC Address', 'Type'],
            ['-------------', '---------------', '-----------------', '---------------'],
            ...arp.map((one) => [
              one.interfaceName,
              one.ipv4,
              one.mac.toUpperCase().replaceAll(':', '-'),
              'Dynamic',
            ]),
          ],
        ),
        '',
        `Total Entries: ${arp.length}`,
      ].join('\n'),
    'show iproute': (device) =>
      [
        'Routing Table',
        '',
        'IP Address/Netmask  Gateway          Interface     Cost      Protocol',
        '------------------  ---------------  ------------  --------  --------',
        ...routeLines(device, ({ prefix, nextHop, interfaceName, metric, protocol }) =>
          textTable(
            [20, 17, 14, 10, 0],
            [
              [
                prefix,
                nextHop ?? '0.0.0.0',
                interfaceName,
                String(metric + 1),
                protocol === 'connected' ? 'Local' : protocol,
              ],
            ],
          ).join(''),
        ),
        '',
        `Total Entries: ${routeLines(device, () => '').length}`,
      ].join('\n'),
    'show lldp remote_ports': ({ neighbors }) =>
      [
        'Command: show lldp remote_ports',
        '',
        ...neighbors.flatMap((one) => [
          `Port ID: ${one.interfaceName}`,
          'Remote Entities Count : 1',
          'Entity 1',
          `    Chassis ID              : ${one.neighborMac.toUpperCase().replaceAll(':', '-')}`,
          `    Port ID                 : ${one.neighborInterface}`,
          `    System Name             : ${one.name}`,
          `    System Description      : ${one.neighborTitle}`,
          '',
        ]),
      ].join('\n'),
    'show fdb': ({ neighbors }) =>
      textTable(
        [5, 18, 19, 7, 0],
        [
          ['VID', 'VLAN Name', 'MAC Address', 'Port', 'Type'],
          ...neighbors.map((one) => [
            '1',
            'default',
            one.neighborMac.toUpperCase().replaceAll(':', '-'),
            one.interfaceName,
            'Dynamic',
          ]),
        ],
      ).join('\n'),
  },
  config: {
    hostname: 'config snmp system_name <name>',
    description: 'config ports <interface> description <text...>',
    ipv4: 'config ipif <interface> ipaddress <prefix>',
    ipv6: 'config ipif <interface> ipv6 ipv6address <ipv6>',
    down: 'config ports <interface> state disable',
    up: 'config ports <interface> state enable',
    ospfArea: 'config ospf ipif <interface> area <area>',
    ospfCost: 'config ospf ipif <interface> metric <cost>',
    ospfPassive: 'config ospf ipif <interface> passive enable',
    route: 'create iproute <prefix> <gateway>',
    routerId: 'config ospf router_id <router>',
    bgp: 'config bgp as_number <as>',
    bgpNeighbor: 'create bgp neighbor <peer> remote_as <remote>',
    negation: ['create', 'delete'],
    keeps: ['config', 'create', 'delete', 'disable', 'enable'],
  },
  look: {
    before: ({ name }) => [
      'Command: show config current_config',
      '',
      '#-------------------------------------------------------------------',
      '#                 DGS-3120-24TC Gigabit Ethernet Switch',
      `#                            ${name}`,
      '#-------------------------------------------------------------------',
    ],
  },
  refusals: plainRefusals(
    'Available commands: ..\n\nInvalid command: <line>',
    'Next possible completions: ?',
    'Ambiguous command: <line>',
  ),
});
