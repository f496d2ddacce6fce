import { lineWords } from './line-words';
import { rosRefusals, rosShows, rosSystem } from './ros';
import { simplePlatform } from './simple-platform';

const SAVE = {
  ask: 'Overwrite file [startup-config].... (Y/N)[N] ?',
  says: 'The copy operation was completed successfully',
};

/** Cisco Small Business switches (SG300). */
export const ciscoS300 = simplePlatform({
  name: 'cisco_s300',
  title: 'Cisco Small Business 300',
  ports: { ethernet: (number) => `gi${number}`, management: 'oob', loopback: 'loopback1' },
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
        'SW version    1.4.1.3 ( date  15-Nov-2015 time  14:22:09 )',
        'Boot version    1.3.5.06 ( date  21-Jul-2013 time  15:12:10 )',
        'HW version    V02',
      ].join('\n'),
    'show system': rosSystem('SG300-28 28-Port Gigabit Managed Switch', '1.3.6.1.4.1.9.6.1.83.28.1'),
    'show system id': ({ serialNumber }) => `Serial number :  ${serialNumber}`,
    ...rosShows,
  },
  config: { ...lineWords, preset: ['ip ssh server'] },
  look: {
    before: ({ name }) => ['config-file-header', name, 'v1.4.1.3 / R800_NIK_1_4_194_194', 'CLI v1.0', '@'],
    separator: '!',
  },
  refusals: rosRefusals,
});
