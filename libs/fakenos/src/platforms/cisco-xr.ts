import { lineCommands } from '../configuration/line-commands';
import type { Command, Platform } from '../engine/platform';
import { commitCommands } from './cisco-xr/commit-commands';
import { execCommands } from './cisco-xr/exec-commands';
import { flatLines } from './cisco-xr/flat-lines';
import { xrGrammar } from './cisco-xr/grammar';
import { filters, help } from './cisco-xr/help';
import { initialConfiguration } from './cisco-xr/initial-configuration';
import { modes, refusals } from './cisco-xr/modes';
import { printConfiguration } from './cisco-xr/print-configuration';
import { readConfiguration } from './cisco-xr/read-configuration';
import { routePolicies } from './cisco-xr/route-policies';
import { showCommands } from './cisco-xr/show-commands';
import { staticRoutes } from './cisco-xr/static-routes';
import { configurationHelp } from './text/configuration-help';
import { pickHelp } from './text/pick-help';

const commands: readonly Command[] = [
  ...execCommands,
  ...commitCommands,
  ...showCommands,
  ...staticRoutes,
  ...routePolicies,
  ...flatLines,
  ...lineCommands(xrGrammar),
];

/** Cisco IOS XR on a virtual router. */
export const ciscoXr: Platform = {
  name: 'cisco_xr',
  aliases: ['cisco_iosxr'],
  title: 'Cisco IOS XR',
  netlabDevices: ['iosxr'],
  initialMode: 'exec',
  modes,
  refusals,
  paging: { prompt: ' --More-- ', defaultLines: 24 },
  commands,
  help: pickHelp(commands, { ...configurationHelp, ...help }),
  filters,
  ports: {
    ethernet: (number) => `GigabitEthernet0/0/0/${number - 1}`,
    management: 'MgmtEth0/RP0/CPU0/0',
    loopback: 'Loopback0',
  },
  configuration: {
    initial: initialConfiguration,
    read: readConfiguration,
    print: printConfiguration,
  },
};
