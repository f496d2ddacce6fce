import type { Command, Platform } from '../engine/platform';
import { editCommands } from './nokia-sros/edit-commands';
import { filters, help } from './nokia-sros/help';
import { initialConfiguration } from './nokia-sros/initial-configuration';
import { modes, refusals } from './nokia-sros/modes';
import { printConfiguration } from './nokia-sros/print-configuration';
import { readConfiguration } from './nokia-sros/read-configuration';
import { sessionCommands } from './nokia-sros/session-commands';
import { showCommands } from './nokia-sros/show-commands';
import { srosDevices } from './nokia-sros/software';
import { pickHelp } from './text/pick-help';

const commands: readonly Command[] = [...sessionCommands, ...showCommands, ...editCommands];

/** Nokia SR OS with its model-driven CLI. */
export const nokiaSros: Platform = {
  name: 'nokia_sros',
  aliases: ['alcatel_sros'],
  title: 'Nokia SR OS',
  netlabDevices: srosDevices,
  initialMode: 'operational',
  modes,
  refusals,
  paging: {
    prompt: 'Press Q to quit, Enter to print next line or any other key to print next page.',
    defaultLines: 24,
  },
  commands,
  help: pickHelp(commands, help),
  filters,
  ports: {
    ethernet: (number) => `eth-1/1/c${number}`,
    management: 'A/1',
    loopback: 'system',
  },
  configuration: {
    initial: initialConfiguration,
    read: readConfiguration,
    print: printConfiguration,
  },
};
