import type { FakeDevice } from '../../device/fake-device';
import { dateWords } from '../text/date-words';
import { dottedMac } from '../text/dotted-mac';
import { textTable } from '../text/text-table';
import { addressed, ethernets, ruledTable, uptime } from './device-words';
import type { ConfigWords } from './config-words';
import { lineWords } from './line-words';
import { markedRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import type { SimplePlatform } from './simple-words';

/** `ethernet1/1/1` as it stands in tables: `1/1/1`. */
export function portNumber(name: string): string {
  return name.replace(/^ethernet/, '');
}

/** The language of Foundry's switches and routers. */
export const foundryWords: ConfigWords = {
  ...lineWords,
  spell: (name) => name.replace(/^([a-z]+)(?=\d)/, '$1 '),
  description: 'port-name <text...>',
  down: 'disable',
  up: 'enable',
  ipv4: 'ip address <address> <mask>',
};

/** How they word what they do not accept. */
export const foundryRefusals = markedRefusals({
  unknown: 'Invalid input -> <line>\nType ? for a list',
  incomplete: 'Incomplete command.',
  ambiguous: 'Ambiguous input -> <line>\nType ? for a list',
});

/** What FastIron switches have in common, whosever name is on them. */
export const fastIron: Omit<SimplePlatform, 'name' | 'title' | 'shows'> = {
  ports: { ethernet: (number) => `ethernet1/1/${number}`, management: 'management1', loopback: 'loopback1' },
  prompts: {
    user: ({ name }) => `SSH@${name}>`,
    enable: ({ name }) => `SSH@${name}#`,
    config: ({ name }) => `SSH@${name}(config)#`,
  },
  enable: {
    words: ['enable'],
    asks: [{ prompt: 'User Name:', echo: true }, { prompt: 'Password:' }],
    back: ['disable'],
  },
  configure: { words: ['configure terminal'], leave: ['exit'], end: ['end'] },
  close: ['exit', 'logout', 'quit'],
  paging: { 'skip-page-display': 'Disable page display mode', 'terminal length <lines:0-512>': '' },
  save: { 'write memory': 'Flash Memory Write (8192 bytes per dot) .\nWrite startup-config done.' },
  configShows: ['show running-config'],
  startupShows: ['show configuration'],
  config: foundryWords,
  look: {
    before: ({ name }) => ['Current configuration:', '!', 'ver 08.0.30uT211', '!', `! ${name}`],
    separator: '!',
    after: ['end'],
  },
  refusals: foundryRefusals,
};

/** Interfaces, neighbours, MAC addresses and routes, as FastIron shows them. */
export const fastIronShows: SimplePlatform['shows'] = {
  'show interfaces brief': (device) =>
    textTable(
      [11, 8, 8, 5, 7, 6, 4, 6, 4, 16, 0],
      [
        ['Port', 'Link', 'State', 'Dupl', 'Speed', 'Trunk', 'Tag', 'Pvid', 'Pri', 'MAC', 'Name'],
        ...ethernets(device).map((one) => [
          portNumber(one.name),
          one.adminUp ? (one.linkUp ? 'Up' : 'Down') : 'Disable',
          one.linkUp ? 'Forward' : 'None',
          one.linkUp ? 'Full' : 'None',
          one.linkUp ? '1G' : 'None',
          'None',
          'No',
          '1',
          '0',
          dottedMac(one.mac),
          (one.description ?? '').replaceAll(' ', '-').slice(0, 20),
        ]),
      ],
    ).join('\n'),
  'show ip interface': (device) =>
    textTable(
      [16, 16, 4, 8, 10, 10, 0],
      [
        ['Interface', 'IP-Address', 'OK?', 'Method', 'Status', 'Protocol', 'VRF'],
        ...addressed(device).map(({ one, address }) => [
          foundryWords.spell?.(one.name) ?? one.name,
          address.address,
          'YES',
          'NVRAM',
          one.adminUp ? 'up' : 'admin/dn',
          one.linkUp ? 'up' : 'down',
          'default-vrf',
        ]),
      ],
    ).join('\n'),
  'show lldp neighbors': (device) =>
    ruledTable(
      ['Lcl Port', 'Chassis ID', 'Port ID', 'Port Description', 'System Name'],
      [10, 17, 17, 29, 20],
      device.neighbors.map((one) => [
        portNumber(one.interfaceName),
        dottedMac(one.neighborMac),
        dottedMac(one.neighborMac),
        one.neighborInterface,
        one.name,
      ]),
    ).join('\n'),
  'show mac-address': (device) =>
    [
      `Total active entries from all ports = ${device.neighbors.length}`,
      ...textTable(
        [16, 12, 14, 0],
        [
          ['MAC-Address', 'Port', 'Type', 'VLAN'],
          ...device.neighbors.map((one) => [
            dottedMac(one.neighborMac),
            portNumber(one.interfaceName),
            'Dynamic',
            '1',
          ]),
        ],
      ),
    ].join('\n'),
  'show ip route': (device) =>
    [
      `Total number of IP routes: ${routeLines(device, () => '').length}`,
      'Type Codes - B:BGP D:Connected O:OSPF R:RIP S:Static; Cost - Dist/Metric',
      '        Destination        Gateway         Port          Cost          Type Uptime',
      ...routeLines(device, ({ letter, prefix, nextHop, interfaceName, distance, metric }) =>
        textTable(
          [8, 19, 16, 14, 14, 5, 0],
          [
            [
              '',
              prefix,
              nextHop ?? 'DIRECT',
              interfaceName,
              `${distance}/${metric}`,
              letter === 'C' ? 'D' : letter,
              `${uptime(device).days}d`,
            ],
          ],
        ).join(''),
      ),
    ].join('\n'),
};

/** `3 day(s) 1 hour(s) 2 minute(s) 3 second(s)` */
export function fastIronUptime(device: FakeDevice): string {
  const { days, hours, minutes, seconds } = uptime(device);
  return `${days} day(s) ${hours} hour(s) ${minutes} minute(s) ${seconds} second(s)`;
}

/** `The system started at 14:05:09 GMT+00 Sat Nov 21 2026` */
export function fastIronStart(device: FakeDevice): string {
  const { weekday, month, day, time, year } = dateWords(new Date(device.now().getTime() - device.uptimeMs()));
  return `The system started at ${time} GMT+00 ${weekday} ${month} ${day.padStart(2, '0')} ${year}`;
}
