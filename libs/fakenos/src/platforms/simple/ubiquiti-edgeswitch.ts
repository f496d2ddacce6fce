import { fastpathPrompts, fastpathRefusals, fastpathShows, fastpathVersion } from './fastpath';
import { lineWords } from './line-words';
import { simplePlatform } from './simple-platform';

/** Ubiquiti EdgeSwitch. */
export const ubiquitiEdgeswitch = simplePlatform({
  name: 'ubiquiti_edgeswitch',
  title: 'Ubiquiti EdgeSwitch',
  ports: { ethernet: (number) => `0/${number}`, management: 'network', loopback: 'loopback0' },
  prompts: fastpathPrompts,
  enable: { words: ['enable'], asks: [{ prompt: 'Password:' }], back: ['exit'] },
  configure: { words: ['configure'], leave: ['exit'], end: ['end'] },
  close: ['logout', 'quit'],
  paging: { 'terminal length <lines:0-48>': '' },
  save: {
    'write memory': {
      ask: `
This operation may take a few minutes.
Management interfaces will not be available during this time.

Are you sure you want to save? (y/n) `,
      says: "Config file 'startup-config' created successfully .\n\nConfiguration Saved!",
    },
    'write memory confirm': 'Configuration Saved!',
  },
  configShows: ['show running-config'],
  startupShows: ['show startup-config'],
  shows: {
    'show version': fastpathVersion(({ serialNumber, mac }) => ({
      'System Description': 'EdgeSwitch 24-Port Lite, 1.9.3, Linux 3.6.5-03329b4a',
      'Machine Type': 'EdgeSwitch 24-Port Lite',
      'Machine Model': 'ES-24-Lite',
      'Serial Number': serialNumber,
      'Burned In MAC Address': mac.toUpperCase(),
      'Software Version': '1.9.3',
      'Hardware Revision': '03',
    })),
    ...fastpathShows,
  },
  config: { ...lineWords, description: "description '<text...>'" },
  look: {
    before: () => ['!Current Configuration:', '!', 'configure'],
    indent: 0,
    separator: 'exit',
    after: ['exit'],
  },
  refusals: fastpathRefusals,
  commands: [{ syntax: 'exit', modes: ['user'], run: () => ({ close: true }) }],
});
