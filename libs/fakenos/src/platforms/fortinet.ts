import type { Command, CommandOutcome, Mode, Platform } from '../engine/platform';
import type { FakeDevice } from '../device/fake-device';
import { editCommands } from './fortinet/edit-commands';
import { help } from './fortinet/help';
import { initialConfiguration } from './fortinet/initial-configuration';
import { EXEC, levelName, levels } from './fortinet/levels';
import { SCREEN_LINES } from './fortinet/pending';
import { printConfiguration } from './fortinet/print-configuration';
import { readConfiguration } from './fortinet/read-configuration';
import { refusals } from './fortinet/refusals';
import { showCommands } from './fortinet/show-commands';
import { pickHelp } from './text/pick-help';

const level: Mode = {
  words: 'abbreviated',
  prompt: ({ name }, { path }) => `${name} (${levelName(path)}) # `,
  ctrlC: 'abort',
};

const commands: readonly Command[] = [
  ...['exit', 'quit'].map((syntax) => ({ syntax, modes: [EXEC], run: () => ({ close: true as const }) })),
  { syntax: 'execute reboot', modes: [EXEC], run: ({ device }) => reboot(device) },
  ...editCommands,
  ...showCommands,
];

/** Fortinet FortiOS: what is set in an entry or object counts, and is kept, when it is left. */
export const fortinet: Platform = {
  name: 'fortinet',
  title: 'Fortinet FortiOS',
  netlabDevices: ['fortios'],
  initialMode: EXEC,
  modes: {
    [EXEC]: { words: 'abbreviated', prompt: ({ name }) => `${name} # `, ctrlD: 'exit' },
    ...Object.fromEntries(levels.map(({ mode }) => [mode, level])),
  },
  refusals,
  paging: { prompt: '--More-- ', defaultLines: SCREEN_LINES },
  commands,
  help: pickHelp(commands, help),
  filters: { grep: 'Only lines that match' },
  ports: {
    ethernet: (number) => `port${number + 1}`,
    management: 'port1',
    loopback: 'loopback0',
  },
  configuration: {
    initial: initialConfiguration,
    read: readConfiguration,
    print: printConfiguration,
  },
};

function reboot({ configuration }: FakeDevice): CommandOutcome {
  return {
    output: 'This operation will reboot the system !',
    ask: {
      prompt: 'Do you want to continue? (y/n)',
      echo: true,
      then: (answer) => {
        if (!/^y/i.test(answer.trim())) return '';
        configuration?.reload();
        return { output: 'System is rebooting...', close: true };
      },
    },
  };
}
