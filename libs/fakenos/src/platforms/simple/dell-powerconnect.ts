import { lineWords } from './line-words';
import { rosInterfaceStatus, rosRefusals, rosShows, rosSystem } from './ros';
import { simplePlatform } from './simple-platform';

const SAVED = 'Copy succeeded';

/** Dell PowerConnect: SSH lets everybody in, the session begins with asking who it is. */
export const dellPowerconnect = simplePlatform({
  name: 'dell_powerconnect',
  title: 'Dell PowerConnect',
  ports: { ethernet: (number) => `g${number}`, management: 'oob', loopback: 'loopback1' },
  login: { inSession: { username: 'User Name:', password: 'Password:' } },
  prompts: {
    user: ({ name }) => `${name}> `,
    enable: ({ name }) => `${name}# `,
    config: ({ name }) => `${name}(config)# `,
  },
  enable: { words: ['enable'], back: ['disable'] },
  configure: { words: ['configure'], leave: ['exit'], end: ['end'] },
  close: ['exit', 'logout'],
  paging: { 'terminal datadump': '', 'terminal length <lines:0-512>': '' },
  save: { 'copy running-config startup-config': SAVED, 'write memory': SAVED },
  configShows: ['show running-config'],
  startupShows: ['show startup-config'],
  shows: {
    'show version': () =>
      [
        'SW version    3.0.1.2 ( date  10-Nov-2011 time  16:27:49 )',
        'Boot version    2.0.0.0 ( date  06-Apr-2008 time  14:40:51 )',
        'HW version    00.00.02',
      ].join('\n'),
    'show system': rosSystem('PowerConnect 5448', '1.3.6.1.4.1.674.10895.3012'),
    'show system id': ({ serialNumber }) =>
      `Service Tag: ${serialNumber}\nSerial number: ${serialNumber}\nAsset tag:`,
    ...rosShows,
    'show interfaces status': (device) => rosInterfaceStatus(device).split('\n').slice(1).join('\n'),
    'show bridge address-table': (device) =>
      [
        '  Vlan       Mac Address       Port  Type',
        '-------- ------------------- ------ ----------',
        ...device.neighbors.map(
          (one) => `   1     ${one.neighborMac}  ${one.interfaceName.padEnd(5)} dynamic`,
        ),
      ].join('\n'),
  },
  config: { ...lineWords, interface: 'interface ethernet <interface>' },
  look: { indent: 0, separator: 'exit' },
  refusals: rosRefusals,
});
