import { avayaRefusals, avayaShows, avayaWords } from './avaya-ers';
import { ethernets, ruledTable, uptime } from './device-words';
import { simplePlatform } from './simple-platform';

const RULE = '='.repeat(80);

/** Avaya (Extreme) Virtual Services Platform. */
export const avayaVsp = simplePlatform({
  name: 'avaya_vsp',
  title: 'Avaya VSP',
  ports: { ethernet: (number) => `1/${number}`, management: 'mgmt', loopback: 'loopback1' },
  prompts: {
    user: ({ name }) => `${name}:1>`,
    enable: ({ name }) => `${name}:1#`,
    config: ({ name }) => `${name}:1(config)#`,
  },
  enable: { words: ['enable'], back: ['disable'] },
  configure: {
    words: ['configure terminal'],
    says: 'Enter configuration commands, one per line.  End with CNTL/Z.',
    leave: ['exit'],
    end: ['end'],
  },
  close: ['exit', 'logout'],
  paging: { 'terminal more disable': '' },
  quiet: { 'terminal more enable': '' },
  save: { 'save config': 'CP-1: Save config to file /intflash/config.cfg successful.' },
  configShows: ['show running-config'],
  shows: {
    'show sys-info': (device) => {
      const { days, clock } = uptime(device);
      return [
        'General Info :',
        '',
        '\tSysDescr     : VSP-4850GTS (5.1.1.0)',
        `\tSysName      : ${device.name}`,
        `\tSysUpTime    : ${days} day(s), ${clock}`,
        '\tSysContact   : ',
        '\tSysLocation  : ',
        '',
        'Chassis Info :',
        '',
        '\tChassis      : 4850GTS',
        `\tSerial#      : ${device.serialNumber}`,
        '\tH/W Revision : 08',
        `\tBaseMacAddr  : ${device.mac}`,
      ].join('\n');
    },
    'show software': () =>
      [
        RULE,
        '                  software releases in /intflash/release/',
        RULE,
        'VSP4K.5.1.0.0.GA  (Backup Release)',
        'VSP4K.5.1.1.0.GA  (Primary Release)',
        '',
        'Auto Commit     : enabled',
        'Commit Timeout  : 10 minutes',
      ].join('\n'),
    'show interfaces gigabitEthernet name': (device) =>
      [
        RULE,
        '                                  Port Name',
        RULE,
        ...ruledTable(
          ['PORT NUM', 'NAME', 'DESCRIPTION', 'ADMIN', 'OPERATE', 'PHYSICAL ADDRESS'],
          [10, 22, 16, 7, 9, 18],
          ethernets(device).map((one) => [
            one.name,
            one.description ?? '',
            '1000BaseTX',
            one.adminUp ? 'up' : 'down',
            one.linkUp ? 'up' : 'down',
            one.mac,
          ]),
        ),
      ].join('\n'),
    ...avayaShows,
  },
  config: { ...avayaWords, interface: 'interface GigabitEthernet <interface>' },
  look: {
    before: () => [
      'Preparing to Display Configuration...',
      '#',
      '# box type : VSP-4850GTS',
      '#',
      'config terminal',
      '#',
    ],
    indent: 0,
    separator: 'exit',
  },
  refusals: avayaRefusals,
});
