import type { CommandOutcome } from '../../engine/platform';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { ethernets, groupedMac, uptime } from './device-words';
import { lineWords } from './line-words';
import { markedRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

const LEAVE = 'Are you sure to log out? (y/n)[n]:';

/** Huawei SmartAX, an optical line terminal. */
export const huaweiSmartax = simplePlatform({
  name: 'huawei_smartax',
  title: 'Huawei SmartAX',
  ports: { ethernet: (number) => `0/9/${number - 1}`, management: 'meth0', loopback: 'loopback0' },
  prompts: {
    user: ({ name }) => `${name}>`,
    enable: ({ name }) => `${name}#`,
    config: ({ name }) => `${name}(config)#`,
    section: ({ name }, { mode, path }) =>
      `${name}(config-${mode === 'config-if' ? `if-${(path[0] ?? '').split(' ').slice(1).join('-')}` : mode.slice(7)})#`,
  },
  enable: { words: ['enable'], back: ['disable'] },
  configure: { words: ['config'], leave: ['quit'], end: ['return'] },
  close: [],
  paging: { 'scroll [<lines:10-512>]': '' },
  quiet: { 'undo smart': '', smart: '', 'infoswitch cli <state>': '', 'mmi-mode <state>': '' },
  save: { save: 'It will take several minutes to save configuration file, please wait...' },
  configShows: ['display current-configuration'],
  startupShows: ['display saved-configuration'],
  shows: {
    'display version': (device) => {
      const { days, hours, minutes, seconds } = uptime(device);
      return [
        '',
        '  VERSION : MA5800V100R018C10',
        '  PATCH   : SPH108',
        '  PRODUCT : MA5800-X7',
        '',
        '  H901MPLA Mainboard Running Area Information:',
        '  --------------------------------------------------',
        '  Current Program Area : Area A',
        '  Current Data Area : Area A',
        '',
        '  Program Area A Version : MA5800V100R018C10',
        '  Program Area B Version : MA5800V100R017C10',
        '',
        '  Data Area A Version : MA5800V100R018C10',
        '  Data Area B Version : MA5800V100R017C10',
        '  --------------------------------------------------',
        '',
        `  Uptime is ${days} day(s), ${hours} hour(s), ${minutes} minute(s), ${seconds} second(s)`,
        '',
      ].join('\n');
    },
    'display sysuptime': (device) => {
      const { days, hours, minutes, seconds } = uptime(device);
      return `  System up time: ${days} day ${hours} hour ${minutes} minute ${seconds} second\n`;
    },
    'display sysname': ({ name }) => `  ${name}`,
    'display elabel': ({ serialNumber }) =>
      [
        '/$[ArchivesInfo Version]',
        '/$ArchivesInfoVersion=3.0',
        '',
        '[Board Properties]',
        'BoardType=H901MPLA',
        `BarCode=${serialNumber}`,
      ].join('\n'),
    'display board': () =>
      [
        '  -------------------------------------------------------------------------',
        '  SlotID  BoardName  Status          SubType0 SubType1    Online/Offline',
        '  -------------------------------------------------------------------------',
        '  1       H901GPHF   Normal',
        '  9       H901MPLA   Active_normal   CPCF',
        '  -------------------------------------------------------------------------',
      ].join('\n'),
    'display interface brief': (device) =>
      textTable(
        [26, 7, 10, 19, 0],
        [
          ['  Interface', 'Link', 'Protocol', 'IP Address', 'Description'],
          ...loopbacksLast(device).map((one) => [
            `  ${one.name}`,
            one.adminUp ? (one.linkUp ? 'up' : 'down') : '*down',
            one.linkUp ? 'up' : 'down',
            ipv4Prefix(one.ipv4) ? (one.ipv4 ?? '') : 'unassigned',
            one.description ?? '',
          ]),
        ],
      ).join('\n'),
    'display port state all': (device) =>
      [
        '  Port      Type  Link   Speed  Duplex',
        ...ethernets(device).map(
          (one) => `  ${one.name.padEnd(10)}GE    ${(one.linkUp ? 'up' : 'down').padEnd(7)}1000   full`,
        ),
      ].join('\n'),
    'display lldp neighbor brief': ({ neighbors }) =>
      textTable(
        [15, 20, 22, 0],
        [
          ['  Local Intf', 'Neighbor Dev', 'Neighbor Intf', 'Exptime'],
          ...neighbors.map((one) => [`  ${one.interfaceName}`, one.name, one.neighborInterface, '120']),
        ],
      ).join('\n'),
    'display arp all': ({ arp = [] }) =>
      textTable(
        [18, 18, 10, 0],
        [
          ['  IP ADDRESS', 'MAC ADDRESS', 'TYPE', 'INTERFACE'],
          ...arp.map((one) => [`  ${one.ipv4}`, groupedMac(one.mac, 4, '-'), 'Dynamic', one.interfaceName]),
        ],
      ).join('\n'),
    'display ip routing-table': (device) =>
      [
        '  Destination/Mask    Proto   Pre  Cost   NextHop         Interface',
        ...routeLines(device, ({ prefix, protocol, distance, metric, nextHop, interfaceName }) =>
          textTable(
            [22, 8, 5, 7, 16, 0],
            [
              [
                `  ${prefix}`,
                protocol === 'ospf' ? 'OSPF' : protocol === 'static' ? 'Static' : 'Direct',
                String(distance),
                String(metric),
                nextHop ?? '127.0.0.1',
                interfaceName,
              ],
            ],
          ).join(''),
        ),
      ].join('\n'),
  },
  config: {
    ...lineWords,
    hostname: 'sysname <name>',
    ospfArea: 'ospf 1 area <area>',
    ospfCost: 'ospf cost <cost>',
    ospfPassive: 'ospf silent',
    route: 'ip route-static <network> <mask> <gateway>',
    routerId: 'router id <router>',
    bgp: 'bgp <as>',
    bgpNeighbor: 'peer <peer> as-number <remote>',
    bgpSource: 'peer <peer> connect-interface <source>',
    up: 'undo shutdown',
    negation: 'undo',
    keeps: [
      'acl',
      'board',
      'ip',
      'lldp',
      'ont-lineprofile',
      'ont-srvprofile',
      'port',
      'service-port',
      'snmp-agent',
      'ssh',
      'terminal',
    ],
    keepsOnInterface: ['ip', 'ont', 'port', 'speed'],
  },
  look: { before: () => ['[MA5800V100R018: 6301]', '#'], separator: '#', after: ['return'] },
  refusals: markedRefusals({
    unknown: "  % Unknown command, the error locates at '^'",
    incomplete: "  % Incomplete command, the error locates at '^'",
    ambiguous: "  % Ambiguous command, the error locates at '^'",
  }),
  commands: [{ syntax: 'quit', modes: ['user', 'enable'], run: logOut }],
});

function logOut(): CommandOutcome {
  const bye = '\n  Configuration console exit, please retry to log on\n';
  return {
    ask: {
      prompt: `  ${LEAVE}`,
      echo: true,
      then: (answer) => (/^y/i.test(answer.trim()) ? { close: true, output: bye } : ''),
    },
  };
}
