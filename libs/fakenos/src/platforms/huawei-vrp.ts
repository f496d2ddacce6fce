import { lineCommands } from '../configuration/line-commands';
import type { Command, Platform } from '../engine/platform';
import { displayCommands } from './huawei-vrp/display-commands';
import { vrpGrammar } from './huawei-vrp/grammar';
import { filters, help } from './huawei-vrp/help';
import { initialConfiguration } from './huawei-vrp/initial-configuration';
import { modes, refusals } from './huawei-vrp/modes';
import { printConfiguration } from './huawei-vrp/print-configuration';
import { readConfiguration } from './huawei-vrp/read-configuration';
import { sessionCommands } from './huawei-vrp/session-commands';
import { pickHelp } from './text/pick-help';

const commands: readonly Command[] = [...sessionCommands, ...displayCommands, ...lineCommands(vrpGrammar)];

/** Huawei VRP 5: routers and switches on which a line acts at once. */
export const huaweiVrp: Platform = {
  name: 'huawei_vrp',
  aliases: ['huawei'],
  title: 'Huawei VRP',
  netlabDevices: [],
  initialMode: 'user',
  modes,
  refusals,
  paging: { prompt: '  ---- More ----', defaultLines: 24 },
  commands,
  help: pickHelp(commands, help),
  filters,
  ports: {
    ethernet: (number) => `GigabitEthernet0/0/${number}`,
    management: 'GigabitEthernet0/0/0',
    loopback: 'LoopBack0',
  },
  configuration: {
    initial: initialConfiguration,
    read: readConfiguration,
    print: printConfiguration,
  },
};
