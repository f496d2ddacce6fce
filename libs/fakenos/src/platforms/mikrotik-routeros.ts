import type { Platform } from '../engine/platform';
import { commands } from './mikrotik-routeros/commands';
import { printConfiguration } from './mikrotik-routeros/export';
import { help } from './mikrotik-routeros/help';
import { initialConfiguration } from './mikrotik-routeros/initial-configuration';
import { modes, refusals, ROOT } from './mikrotik-routeros/modes';
import { readConfiguration } from './mikrotik-routeros/read-configuration';
import { softwareOf } from './mikrotik-routeros/software';
import { pickHelp } from './text/pick-help';

/** MikroTik RouterOS 6 and 7: what is set acts at once and is kept. */
export const mikrotikRouteros: Platform = {
  name: 'mikrotik_routeros',
  title: 'MikroTik RouterOS',
  netlabDevices: ['routeros', 'routeros7'],
  greeting: (device) => {
    const { version } = softwareOf(device);
    return `\n  MikroTik RouterOS ${version} (c) 1999-2025       https://www.mikrotik.com/\n\nPress F1 for help\n`;
  },
  initialMode: ROOT,
  modes,
  refusals,
  commands,
  help: pickHelp(commands, help),
  ports: {
    ethernet: (number) => `ether${number + 1}`,
    management: 'ether1',
    loopback: 'loopback',
  },
  configuration: {
    initial: initialConfiguration,
    read: readConfiguration,
    print: printConfiguration,
  },
  login: { userOf: (typed) => typed.replace(/\+[a-z\d]*$/, '') },
};
