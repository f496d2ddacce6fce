import { lineCommands } from '../configuration/line-commands';
import type { Command, Platform } from '../engine/platform';
import { bgpNeighbor } from './cisco-nxos/bgp-neighbor';
import { checkpointCommands } from './cisco-nxos/checkpoint-commands';
import { execCommands } from './cisco-nxos/exec-commands';
import { nxosGrammar } from './cisco-nxos/grammar';
import { filters, help } from './cisco-nxos/help';
import { initialConfiguration } from './cisco-nxos/initial-configuration';
import { jsonCommands } from './cisco-nxos/json-commands';
import { modes, refusals } from './cisco-nxos/modes';
import { printConfiguration } from './cisco-nxos/print-configuration';
import { readConfiguration } from './cisco-nxos/read-configuration';
import { showCommands } from './cisco-nxos/show-commands';
import { configurationHelp } from './text/configuration-help';
import { pickHelp } from './text/pick-help';

const commands: readonly Command[] = [
  ...execCommands,
  ...showCommands,
  ...jsonCommands,
  ...checkpointCommands,
  bgpNeighbor,
  ...lineCommands(nxosGrammar),
];

/** Cisco NX-OS on a virtual Nexus 9300. */
export const ciscoNxos: Platform = {
  name: 'cisco_nxos',
  title: 'Cisco NX-OS',
  netlabDevices: ['nxos'],
  greeting: () => 'Cisco Nexus Operating System (NX-OS) Software',
  initialMode: 'exec',
  modes,
  refusals,
  paging: { prompt: '--More--', defaultLines: 24 },
  commands,
  help: pickHelp(commands, { ...configurationHelp, ...help }),
  filters,
  ports: {
    ethernet: (number) => `Ethernet1/${number}`,
    management: 'mgmt0',
    loopback: 'loopback0',
  },
  configuration: {
    initial: initialConfiguration,
    read: readConfiguration,
    print: (tree, device) => printConfiguration(tree, device),
  },
};
