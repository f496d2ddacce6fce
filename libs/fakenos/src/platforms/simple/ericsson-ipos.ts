import { ipv4Prefix } from '../../device/ipv4-prefix';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { uptime } from './device-words';
import { lineWords } from './line-words';
import { ciscoRefusals } from './refusal-words';
import { ciscoRouteLine, routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

/** Ericsson IPOS (Smart Services Router), which commits, also by leaving configuration with `end`. */
export const ericssonIpos = simplePlatform({
  name: 'ericsson_ipos',
  title: 'Ericsson IPOS',
  ports: { ethernet: (number) => `1/${number}`, management: 'mgmt', loopback: 'loopback0' },
  prompts: {
    user: ({ name }) => `[local]${name}>`,
    enable: ({ name }) => `[local]${name}#`,
    config: ({ name }) => `[local]${name}(config)#`,
  },
  enable: { words: ['enable [<level:0-15>]'], asks: [{ prompt: 'Password: ' }], back: ['disable'] },
  configure: {
    words: ['configure'],
    says: "Enter configuration commands, one per line, 'end' to exit",
    leave: ['exit'],
    end: ['end'],
    endCommits: true,
  },
  close: ['exit', 'logout'],
  paging: { 'terminal length <lines:0-512>': '' },
  quiet: { 'terminal width <width:0-512>': '' },
  save: {
    'save configuration': {
      ask: 'Save to file: /flash/ericsson.cfg\nTarget file exists, overwrite? ',
      says: 'Configuration saved.',
    },
  },
  configShows: ['show configuration', 'show running-config'],
  shows: {
    'show version': (device) => {
      const { days, hours, minutes } = uptime(device);
      return [
        'Ericsson IPOS Version IPOS-v13.1.120.0.105-Release',
        'Built by ciflash@rp-bld-lx7 Tue Feb 17 04:11:31 CST 2015',
        'Copyright (C) 1998-2015, Ericsson AB. All rights reserved.',
        'System Bootstrap version is PowerPC,1.0b1267',
        `Router Up Time -   ${days} days, ${hours} hours ${minutes} mins`.replace('days, ', 'days '),
        `System: ${device.name}`,
        `Chassis serial number: ${device.serialNumber}`,
      ].join('\n');
    },
    'show ip interface brief': (device) =>
      textTable(
        [24, 20, 8, 8, 0],
        [
          ['Name', 'Address', 'MTU', 'State', 'Bindings'],
          ...loopbacksLast(device).map((one) => [
            one.name,
            ipv4Prefix(one.ipv4) ? (one.ipv4 ?? '') : 'unassigned',
            String(one.mtu),
            one.adminUp ? (one.linkUp ? 'Up' : 'Down') : 'Shut',
            one.kind === 'loopback' ? '(Loopback)' : `ethernet ${one.name}`,
          ]),
        ],
      ).join('\n'),
    'show arp': ({ arp = [] }) =>
      [
        'Total number of arp entries in cache: ' + String(arp.length),
        `  Resolved entry   : ${arp.length}`,
        '  Incomplete entry : 0',
        'Host              Hardware address   Ttl    Type    Circuit',
        ...arp.map((one) =>
          textTable([18, 19, 7, 8, 0], [[one.ipv4, one.mac, '3211', 'ARPA', one.interfaceName]]).join(''),
        ),
      ].join('\n'),
    'show ip route': (device) =>
      ['Codes: C - connected, S - static, O - OSPF, B - BGP', '', ...routeLines(device, ciscoRouteLine)].join(
        '\n',
      ),
    'show lldp neighbors': ({ neighbors }) =>
      textTable(
        [14, 24, 24, 0],
        [
          ['Local Port', 'System Name', 'Port ID', 'Chassis ID'],
          ...neighbors.map((one) => [one.interfaceName, one.name, one.neighborInterface, one.neighborMac]),
        ],
      ).join('\n'),
  },
  config: {
    ...lineWords,
    hostname: 'system hostname <name>',
    interface: 'port ethernet <interface>',
    ipv4: 'ip address <prefix>',
    route: 'ip route <prefix> <gateway>',
    commits: true,
  },
  look: {
    before: () => ['Building configuration...', '', 'Current configuration:', '!'],
    separator: '!',
    after: ['end'],
  },
  commitSays: { done: 'Transaction committed.', nothing: 'There are no changes to commit.' },
  refusals: ciscoRefusals,
});
