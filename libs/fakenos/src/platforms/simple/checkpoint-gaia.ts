import type { Platform } from '../../engine/platform';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { uptime } from './device-words';
import { plainRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

const clish = simplePlatform({
  name: 'checkpoint_gaia',
  title: 'Check Point Gaia',
  ports: { ethernet: (number) => `eth${number}`, management: 'Mgmt', loopback: 'loop00' },
  prompts: { enable: ({ name }) => `${name}> ` },
  close: ['exit', 'quit'],
  paging: { 'set clienv rows <lines:0-512>': '' },
  save: { 'save config': '' },
  configShows: ['show configuration'],
  shows: {
    'show version all': () =>
      [
        'Product version Check Point Gaia R81.10',
        'OS build 335',
        'OS kernel version 3.10.0-957.21.3cpx86_64',
        'OS edition 64-bit',
      ].join('\n'),
    'show asset all': ({ serialNumber }) =>
      [
        'Platform: PH-30-00',
        'Model: Check Point 6200',
        `Serial Number: ${serialNumber}`,
        'CPU Model: Intel(R) Pentium(R)',
        'CPU Frequency: 3.80 GHz',
        'Number of Cores: 2',
      ].join('\n'),
    'show hostname': ({ name }) => name,
    'show uptime': (device) => {
      const { days, clock } = uptime(device);
      return `${device.now().toISOString().slice(11, 19)} up ${days} days, ${clock}, 1 user, load average: 0.10, 0.07, 0.05`;
    },
    'show interfaces all': (device) =>
      loopbacksLast(device)
        .flatMap((one) => [
          `Interface ${one.name}`,
          `    state ${one.adminUp ? 'on' : 'off'}`,
          `    mac-addr ${one.mac}`,
          `    type ${one.kind === 'loopback' ? 'loopback' : 'ethernet'}`,
          `    link-state ${one.linkUp ? 'link up' : 'no link'}`,
          '    mtu ' + String(one.mtu),
          '    auto-negotiation on',
          `    speed ${one.linkUp ? '1000M' : 'N/A'}`,
          '    ipv6-autoconfig Not configured',
          '    monitor-mode Not configured',
          '    duplex full',
          '    link-speed 1000M/full',
          `    comments ${one.description ?? ''}`,
          `    ipv4-address ${one.ipv4 ?? 'Not-Configured'}`,
          `    ipv6-address ${one.ipv6 ?? 'Not-Configured'}`,
          'Statistics:',
          'TX bytes:0 packets:0 errors:0 dropped:0 overruns:0 carrier:0',
          'RX bytes:0 packets:0 errors:0 dropped:0 overruns:0 frame:0',
          '',
        ])
        .join('\n'),
    'show interfaces': ({ interfaces }) => interfaces.map(({ name }) => name).join('\n'),
    'show arp dynamic all': ({ arp = [] }) =>
      [
        'Dynamic Arp Parameters',
        ...textTable([20, 0], [['IP Address', 'Mac Address'], ...arp.map((one) => [one.ipv4, one.mac])]),
      ].join('\n'),
    'show route': (device) =>
      [
        'Codes: C - Connected, S - Static, R - RIP, B - BGP (D - Default),',
        '       O - OSPF IntraArea (IA - InterArea, E - External, N - NSSA)',
        '',
        ...routeLines(device, ({ letter, prefix, nextHop, interfaceName, metric }) =>
          nextHop === undefined
            ? `${letter.padEnd(9)}${prefix.padEnd(20)}is directly connected, ${interfaceName}`
            : `${letter.padEnd(9)}${prefix.padEnd(20)}via ${nextHop}, ${interfaceName}, cost ${metric}, age 1812`,
        ),
      ].join('\n'),
    'show lldp neighbors': ({ neighbors }) =>
      textTable(
        [12, 24, 24, 0],
        [
          ['Interface', 'System Name', 'Port ID', 'Chassis ID'],
          ...neighbors.map((one) => [one.interfaceName, one.name, one.neighborInterface, one.neighborMac]),
        ],
      ).join('\n'),
  },
  config: {
    hostname: 'set hostname <name>',
    description: 'set interface <interface> comments "<text...>"',
    ipv4: 'set interface <interface> ipv4-address <address> mask-length <length>',
    ipv6: 'set interface <interface> ipv6-address <ipv6>',
    down: 'set interface <interface> state off',
    up: 'set interface <interface> state on',
    showsUp: true,
    ospfArea: 'set ospf interface <interface> area <area> on',
    ospfCost: 'set ospf interface <interface> cost <cost>',
    ospfPassive: 'set ospf interface <interface> passive on',
    route: 'set static-route <prefix> nexthop gateway address <gateway> on',
    routerId: 'set router-id <router>',
    bgp: 'set as <as>',
    bgpNeighbor: 'set bgp external remote-as <remote> peer <peer> on',
    negation: ['set', 'delete'],
    keeps: ['set', 'add', 'delete'],
  },
  look: { before: ({ name }) => ['#', `# Configuration of ${name}`, '# Language version: 14.1v1', '#'] },
  refusals: plainRefusals(
    "CLINFR0329  Invalid command:'<line>'.",
    'CLINFR0349  Incomplete command.',
    'CLINFR0359  Ambiguous command.',
  ),
});

/** Check Point Gaia: its own shell, and behind a password the expert's, of which a few commands are there. */
export const checkpointGaia: Platform = {
  ...clish,
  modes: {
    ...clish.modes,
    expert: { prompt: ({ name }) => `[Expert@${name}:0]# `, words: 'abbreviated', ctrlD: 'exit' },
  },
  commands: [
    {
      syntax: 'expert',
      modes: ['enable'],
      run: () => ({
        ask: {
          prompt: 'Enter expert password:',
          echo: false,
          then: () => ({
            mode: 'expert',
            output:
              '\n\nWarning! All configurations should be done through clish\nYou are in expert mode now.\n',
          }),
        },
      }),
    },
    { syntax: 'exit', modes: ['expert'], run: () => ({ mode: 'enable' }) },
    { syntax: 'clish', modes: ['expert'], run: () => ({ mode: 'enable' }) },
    { syntax: 'hostname', modes: ['expert'], run: ({ device }) => device.name },
    {
      syntax: 'fw ver',
      modes: ['expert'],
      run: () => "This is Check Point's software version R81.10 - Build 883",
    },
    { syntax: 'cplic print', modes: ['expert'], run: () => 'Host             Expiration  Features' },
    ...clish.commands,
  ],
  help: {
    ...clish.help,
    expert: "The expert's shell",
    clish: 'Back to clish',
    hostname: 'Name of this machine',
    'show hostname': 'Name of this machine',
    fw: 'Firewall',
    ver: 'Version of the firewall',
    cplic: 'Licences',
    print: 'Print licences',
  },
};
