import { textTable } from '../text/text-table';
import { addressed, ethernets, groupedMac, uptime } from './device-words';
import { lineWords } from './line-words';
import { plainRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

const VERSION = 'YA.16.10.0016';

/** HP ProCurve (ArubaOS-Switch). */
export const hpProcurve = simplePlatform({
  name: 'hp_procurve',
  title: 'HP ProCurve',
  ports: { ethernet: (number) => String(number), management: 'oobm', loopback: 'loopback1' },
  greeting: () =>
    `HP J9776A 2530-24G Switch\nSoftware revision ${VERSION}\n\nType "show copyright" for the Copyright notice.\n\n`,
  prompts: {
    user: ({ name }) => `${name}> `,
    enable: ({ name }) => `${name}# `,
    config: ({ name }) => `${name}(config)# `,
    section: ({ name }, { mode, path }) => {
      const [word = '', ...rest] = (path[0] ?? '').split(' ');
      return `${name}(${mode === 'config-if' ? `eth-${rest.join('')}` : [word, ...rest].join('-')})# `;
    },
  },
  enable: { words: ['enable'], asks: [{ prompt: 'Username: ', echo: true }, { prompt: 'Password: ' }] },
  configure: { words: ['configure [terminal]'], leave: ['exit'], end: ['end'] },
  close: [],
  paging: { 'no page': '', 'terminal length <lines:2-1000>': '' },
  quiet: { page: '', 'terminal width <width:61-1920>': '' },
  save: { 'write memory': '', 'copy running-config startup-config': '' },
  configShows: ['show running-config'],
  startupShows: ['show config'],
  shows: {
    'show copyright': () => 'The software of this device is played by @remote-lab/fakenos.',
    'show version': () =>
      [
        'Image stamp:    /ws/swbuildm/rel_yakima_qaoff/code/build/lakes',
        '                Oct  7 2020 18:31:08',
        `                ${VERSION}`,
        '                282',
        'Boot Image:     Primary',
        '',
        'Boot ROM Version:    YA.15.20',
        'Active Boot ROM:     Primary',
      ].join('\n'),
    'show system': (device) => {
      const { days, hours, minutes } = uptime(device);
      const up = days > 0 ? `${days} days` : hours > 0 ? `${hours} hours` : `${minutes} mins`;
      return [
        ' Status and Counters - General System Information',
        '',
        `  System Name        : ${device.name}`,
        '  System Contact     : not set',
        '  System Location    : not set',
        '',
        '  MAC Age Time (sec) : 300',
        '',
        '  Time Zone          : 0',
        '  Daylight Time Rule : None',
        '',
        `  Software revision  : ${VERSION.padEnd(16)} Base MAC Addr      : ${groupedMac(device.mac, 6, '-')}`,
        `  ROM Version        : ${'YA.15.20'.padEnd(16)} Serial Number      : ${device.serialNumber}`,
        '',
        `  Up Time            : ${up.padEnd(16)} Memory   - Total   : 66,813,952`,
        '  CPU Util (%)       : 8                           Free    : 38,106,880',
        '',
        '  IP Mgmt  - Pkts Rx : 12,481           Packet   - Total   : 6750',
        '             Pkts Tx : 11,902           Buffers    Free    : 5091',
        '                                                   Lowest  : 5006',
        '                                                   Missed  : 0',
        '',
      ].join('\n');
    },
    'show interfaces brief': (device) =>
      [
        ' Status and Counters - Port Status',
        '',
        '                          | Intrusion                           MDI  Flow',
        '  Port         Type       | Alert     Enabled Status Mode       Mode Ctrl',
        '  ------------ ---------- + --------- ------- ------ ---------- ---- ----',
        ...textTable(
          [2, 13, 11, 2, 10, 8, 7, 11, 5, 0],
          ethernets(device).map((one) => [
            '',
            one.name,
            '100/1000T',
            '|',
            'No',
            one.adminUp ? 'Yes' : 'No',
            one.linkUp ? 'Up' : 'Down',
            one.linkUp ? '1000FDx' : '1000FDx',
            'MDIX',
            'off',
          ]),
        ),
        '',
      ].join('\n'),
    'show ip': (device) =>
      [
        ' Internet (IP) Service',
        '',
        '  IP Routing : Enabled',
        '',
        '  Default Gateway :',
        '  Default TTL     : 64',
        '  Arp Age         : 20',
        '',
        '                       |                                            Proxy ARP',
        '  VLAN                 | IP Config  IP Address      Subnet Mask     Std  Local',
        '  -------------------- + ---------- --------------- --------------- ----------',
        ...addressed(device).map(
          ({ one, address }) =>
            `  ${one.name.padEnd(20)} | ${(one.adminUp ? 'Manual' : 'Disabled').padEnd(10)} ${address.address.padEnd(15)} ${address.mask.padEnd(15)}  No    No`,
        ),
        '',
      ].join('\n'),
    'show lldp info remote-device': ({ neighbors }) =>
      [
        ' LLDP Remote Devices Information',
        '',
        '  LocalPort | ChassisId                 PortId             PortDescr SysName',
        '  --------- + ------------------------- ------------------ --------- ----------------------',
        ...neighbors.map(
          (one) =>
            `  ${one.interfaceName.padEnd(9)} | ${groupedMac(one.neighborMac, 2, ' ').padEnd(25)} ${one.neighborInterface.padEnd(18)} ${one.neighborInterface.slice(0, 9).padEnd(9)} ${one.name}`,
        ),
        '',
      ].join('\n'),
    'show arp': ({ arp = [] }) =>
      [
        ' IP ARP table',
        '',
        '  IP Address       MAC Address       Type    Port',
        '  ---------------  ----------------- ------- ----',
        ...arp.map(
          (one) =>
            `  ${one.ipv4.padEnd(16)} ${groupedMac(one.mac, 6, '-').padEnd(17)} dynamic ${one.interfaceName}`,
        ),
        '',
      ].join('\n'),
    'show ip route': (device) =>
      [
        '                                IP Route Entries',
        '',
        '  Destination        Gateway         VLAN Type      Sub-Type   Metric     Dist.',
        '  ------------------ --------------- ---- --------- ---------- ---------- -----',
        ...routeLines(device, ({ prefix, nextHop, interfaceName, protocol, metric, distance }) =>
          textTable(
            [2, 19, 16, 5, 10, 11, 11, 0],
            [
              [
                '',
                prefix,
                nextHop ?? interfaceName,
                /^\d+$/.test(interfaceName) ? interfaceName : '1',
                protocol,
                protocol === 'ospf' ? 'IntraArea' : '',
                String(metric + 1),
                String(distance),
              ],
            ],
          ).join(''),
        ),
        '',
      ].join('\n'),
    'show mac-address': ({ neighbors }) =>
      [
        ' Status and Counters - Port Address Table',
        '',
        '  MAC Address   Port                            VLAN',
        '  ------------- ------------------------------- ----',
        ...neighbors.map(
          (one) => `  ${groupedMac(one.neighborMac, 6, '-')} ${one.interfaceName.padEnd(31)} 1`,
        ),
        '',
      ].join('\n'),
  },
  config: {
    ...lineWords,
    hostname: 'hostname "<name>"',
    description: 'name "<text...>"',
    down: 'disable',
    up: 'enable',
  },
  look: {
    before: () => [
      'Running configuration:',
      '',
      '; J9776A Configuration Editor; Created on release #YA.16.10.0016',
      '; Ver #14:01.4f.f8.1d.9b.3f.bf.bb.ef.7c.59.fc.6b.fb.9f.fc.ff.ff.37.ef:04',
      '',
    ],
    indent: 3,
    separator: '   exit',
  },
  refusals: plainRefusals('Invalid input: <word>', 'Incomplete input: <line>', 'Ambiguous input: <word>'),
  commands: [
    { syntax: 'exit', modes: ['enable'], run: () => ({ mode: 'user' }) },
    ...['exit', 'logout', 'quit'].map((syntax) => ({ syntax, modes: ['user'], run: logOut })),
    { syntax: 'logout', modes: ['enable'], run: logOut },
  ],
});

function logOut() {
  const then = (answer: string) => (/^y/i.test(answer.trim()) ? { close: true as const } : '');
  return { ask: { prompt: 'Do you want to log out [y/n]? ', echo: true, then } };
}
