import { fastpathPrompts, fastpathRefusals, fastpathShows, fastpathVersion } from './fastpath';
import { lineWords } from './line-words';
import { simplePlatform } from './simple-platform';

/** Broadcom ICOS on a bare-metal switch. */
export const broadcomIcos = simplePlatform({
  name: 'broadcom_icos',
  title: 'Broadcom ICOS',
  ports: { ethernet: (number) => `0/${number}`, management: 'serviceport', loopback: 'loopback0' },
  prompts: fastpathPrompts,
  enable: { words: ['enable'], back: ['exit'] },
  configure: { words: ['configure'], leave: ['exit'], end: ['end'] },
  close: ['logout', 'quit'],
  paging: { 'terminal length <lines:0-48>': '' },
  save: {
    'write memory': 'Configuration Saved!',
    'copy running-config startup-config': 'Configuration Saved!',
  },
  configShows: ['show running-config'],
  startupShows: ['show startup-config'],
  shows: {
    'show version': fastpathVersion(({ serialNumber, mac }) => ({
      'System Description': 'Accton AS4610-54T, 3.4.3.7, Linux 3.8.13',
      'Machine Type': 'Accton AS4610-54T',
      'Machine Model': 'AS4610-54T',
      'Serial Number': serialNumber,
      Manufacturer: '0xbc00',
      'Burned In MAC Address': mac.toUpperCase(),
      'Software Version': '3.4.3.7',
      'Operating System': 'Linux 3.8.13',
      'Network Processing Device': 'BCM56340_A0',
      'Additional Packages': 'FASTPATH QOS',
    })),
    ...fastpathShows,
  },
  config: { ...lineWords, description: 'description "<text...>"' },
  look: {
    before: () => ['!Current Configuration:', '!', 'configure'],
    indent: 0,
    separator: 'exit',
    after: ['exit'],
  },
  refusals: fastpathRefusals,
  commands: [{ syntax: 'exit', modes: ['user'], run: () => ({ close: true }) }],
});
