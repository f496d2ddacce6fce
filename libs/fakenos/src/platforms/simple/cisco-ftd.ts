import type { Platform } from '../../engine/platform';
import { addressed } from './device-words';
import { asaRefusals, asaShows } from './cisco-asa';
import { lineWords } from './line-words';
import { simplePlatform } from './simple-platform';

const DETACHED = ['lina-user', 'lina'] as const;

const ftd = simplePlatform({
  name: 'cisco_ftd',
  title: 'Cisco FTD',
  ports: {
    ethernet: (number) => `GigabitEthernet0/${number - 1}`,
    management: 'Management0/0',
    loopback: 'Loopback0',
  },
  prompts: { enable: ({ name }) => `${name}> ` },
  close: ['exit', 'logout'],
  paging: {},
  quiet: { 'configure network hostname <rest...>': '' },
  configShows: ['show running-config'],
  shows: {
    ...asaShows,
    'show network': (device) =>
      [
        '===============[ System Information ]===============',
        `Hostname                  : ${device.name}`,
        ...addressed(device).flatMap(({ one, address }) => [
          `======================[ ${one.name} ]======================`,
          `State                     : ${one.adminUp ? 'Enabled' : 'Disabled'}`,
          `MAC Address               : ${one.mac.toUpperCase()}`,
          `Address                   : ${address.address}`,
          `Netmask                   : ${address.mask}`,
        ]),
      ].join('\n'),
    'show serial-number': ({ serialNumber }) => serialNumber,
  },
  config: lineWords,
  readOnly: true,
  look: { separator: '!', after: [': end'] },
  refusals: asaRefusals,
});

/**
 * Cisco FTD: a CLI that shows, and within it the ASA's own one for diagnosis. It is configured by its manager, not here. What
 * leads out of the inner one is Ctrl-A and then `d`; the line editor takes the first, the second is a command.
 */
export const ciscoFtd: Platform = {
  ...ftd,
  modes: {
    ...ftd.modes,
    'lina-user': { prompt: ({ name }) => `${name}> `, words: 'abbreviated', fallback: 'enable' },
    lina: { prompt: ({ name }) => `${name}# `, words: 'abbreviated', fallback: 'enable' },
  },
  commands: [
    {
      syntax: 'system support diagnostic-cli',
      modes: ['enable'],
      run: () => ({
        mode: 'lina-user',
        output:
          "Attaching to Diagnostic CLI ... Press 'Ctrl+a then d' to detach.\nType help or '?' for a list of available commands.\n",
      }),
    },
    {
      syntax: 'enable',
      modes: ['lina-user'],
      run: () => ({ ask: { prompt: 'Password: ', echo: false, then: () => ({ mode: 'lina' }) } }),
    },
    { syntax: 'disable', modes: ['lina'], run: () => ({ mode: 'lina-user' }) },
    { syntax: 'd', modes: DETACHED, run: () => ({ mode: 'enable' }) },
    { syntax: 'exit', modes: DETACHED, run: () => ({ mode: 'enable' }) },
    {
      syntax: 'terminal pager <lines:0-2147483647>',
      modes: DETACHED,
      run: ({ args }) => ({ pageLines: Number(args.lines) }),
    },
    ...ftd.commands,
  ],
  help: {
    ...ftd.help,
    system: 'System commands',
    support: 'Commands for support',
    'diagnostic-cli': 'Attach to the diagnostic CLI',
    d: 'Detach from the diagnostic CLI',
    enable: 'Turn on privileged commands',
    disable: 'Turn off privileged commands',
    terminal: 'Parameters of this terminal',
    pager: 'Lines on a screen',
    '<lines>': 'Number of lines on screen (0 for no pausing)',
  },
};
