import type { Command, Platform } from '../engine/platform';
import { commitCommands } from './juniper-junos/commit-commands';
import { editCommands } from './juniper-junos/edit-commands';
import { filters, help } from './juniper-junos/help';
import { initialConfiguration } from './juniper-junos/initial-configuration';
import { loadCommands } from './juniper-junos/load-commands';
import { modes, refusals } from './juniper-junos/modes';
import { printConfiguration } from './juniper-junos/print-configuration';
import { readConfiguration } from './juniper-junos/read-configuration';
import { sessionCommands } from './juniper-junos/session-commands';
import { showCommands } from './juniper-junos/show-commands';
import { JUNOS_VERSION, junosDevices } from './juniper-junos/software';
import { pickHelp } from './text/pick-help';

const commands: readonly Command[] = [
  ...sessionCommands,
  ...showCommands,
  ...commitCommands,
  ...editCommands,
  ...loadCommands,
];

/** Juniper Junos, routers and switches; a candidate configuration for each session. */
export const juniperJunos: Platform = {
  name: 'juniper_junos',
  aliases: ['juniper', 'junos'],
  title: 'Juniper Junos',
  netlabDevices: junosDevices,
  greeting: () => `--- JUNOS ${JUNOS_VERSION} Kernel 64-bit`,
  initialMode: 'operational',
  modes,
  refusals,
  paging: { prompt: '---(more)---', defaultLines: 24 },
  commands,
  help: pickHelp(commands, help),
  filters,
  ports: {
    ethernet: (number) => `ge-0/0/${number - 1}.0`,
    management: 'fxp0',
    loopback: 'lo0.0',
  },
  configuration: {
    initial: initialConfiguration,
    read: readConfiguration,
    print: printConfiguration,
  },
};
