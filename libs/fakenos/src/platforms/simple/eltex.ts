import { textTable } from '../text/text-table';
import { addressed, ethernets } from './device-words';
import { lineWords } from './line-words';
import { ipState, rosRefusals, rosShows, rosSystem } from './ros';
import { simplePlatform } from './simple-platform';

const SAVE = {
  ask: 'Overwrite file [startup-config].... (Y/N)[N] ?',
  says: 'The copy operation was completed successfully',
};

/** Eltex MES switches. */
export const eltex = simplePlatform({
  name: 'eltex',
  title: 'Eltex MES',
  ports: { ethernet: (number) => `gi1/0/${number}`, management: 'oob', loopback: 'loopback1' },
  prompts: {
    user: ({ name }) => `${name}>`,
    enable: ({ name }) => `${name}#`,
    config: ({ name }) => `${name}(config)#`,
  },
  begins: 'enable',
  enable: { words: ['enable'], back: ['disable'] },
  configure: { words: ['configure [terminal]'], leave: ['exit'], end: ['end'] },
  close: ['exit', 'logout'],
  paging: { 'terminal datadump': '' },
  quiet: { 'terminal width <width:0-512>': '' },
  save: { 'write [memory]': SAVE, 'copy running-config startup-config': SAVE },
  configShows: ['show running-config'],
  startupShows: ['show startup-config'],
  shows: {
    'show version': () =>
      [
        'Active-image: flash://system/images/mes3300-4014-1R.ros',
        '  Version: 4.0.14.1',
        '  Commit: 2b8b1a7d',
        '  Build: 3 (master)',
        '  Date: 12-Oct-2020',
        '  Time: 18:00:10',
      ].join('\n'),
    'show system': rosSystem('MES3324F 28-port 1G/10G Managed Switch', '1.3.6.1.4.1.35265.1.81'),
    'show system id': ({ serialNumber, mac }) =>
      textTable(
        [6, 20, 18, 0],
        [
          [' Unit', '    MAC address', ' Hardware version', ' Serial number'],
          ['-----', '------------------', '-----------------', '--------------'],
          ['  1', mac, '01.01.02', serialNumber],
        ],
      ).join('\n'),
    ...rosShows,
    'show ip interface': (device) =>
      textTable(
        [20, 13, 12, 8, 10, 5, 9, 0],
        [
          ['    IP Address', '    I/F', ' I/F Status', 'Type', 'Directed', 'Prec', 'Redirect', 'Status'],
          ['', '', ' admin/oper', '', 'Broadcast'],
          [
            '-------------------',
            '------------',
            '-----------',
            '-------',
            '---------',
            '----',
            '--------',
            '-----------',
          ],
          ...addressed(device).map(({ one, address }) => [
            `${address.address}/${address.length}`,
            one.name,
            ipState(one),
            'Static',
            'disable',
            'No',
            'enable',
            'Valid',
          ]),
        ],
      ).join('\n'),
    'show interfaces status': (device) =>
      [
        '                                             Flow Link          Up time        Back     Mdix',
        ...textTable(
          [13, 13, 7, 6, 9, 5, 12, 13, 9, 6, 0],
          [
            [
              'Port',
              'Type',
              'Duplex',
              'Speed',
              'Neg',
              'ctrl',
              'State',
              '(d,h:m:s)',
              'Pressure',
              'Mode',
              'Port Mode',
            ],
            [
              '------------',
              '------------',
              '------',
              '-----',
              '--------',
              '----',
              '-----------',
              '------------',
              '--------',
              '-----',
              '---------',
            ],
            ...ethernets(device).map((one) =>
              one.linkUp
                ? [
                    one.name,
                    '1G-Copper',
                    'Full',
                    '1000',
                    'Enabled',
                    'Off',
                    'Up',
                    '00,00:05:10',
                    'Disabled',
                    'Off',
                    'Access',
                  ]
                : [one.name, '1G-Copper', '--', '--', '--', '--', 'Down', '--', '--', '--', 'Access'],
            ),
          ],
        ),
      ].join('\n'),
  },
  config: { ...lineWords, preset: ['ip ssh server'] },
  look: { separator: '!', after: ['end'] },
  refusals: rosRefusals,
});
