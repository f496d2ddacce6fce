import { prefixFacts } from '../configuration/prefix-interfaces';
import { printIndented } from '../configuration/print-indented';
import type { Platform } from '../engine/platform';
import { initialConfiguration } from './linux/initial-configuration';
import { linuxFiles } from './linux/linux-files';
import { shellCommands } from './linux/shell-commands';
import { rootShellMode, shellMode, shellRefusals } from './linux/shell-mode';

/** A host runs no routing protocol. */
const NO_PROTOCOLS = { ospf: 'router ospf', ospfRouterId: 'router-id', bgpRouterId: 'router-id', area: /^$/ };

/** A Linux host. */
export const linux: Platform = {
  name: 'linux',
  title: 'Linux',
  netlabDevices: ['linux'],
  initialMode: 'shell',
  modes: { shell: shellMode, root: rootShellMode },
  commands: shellCommands(linuxFiles),
  refusals: shellRefusals,
  help: {},
  ports: { ethernet: (number) => `eth${number}`, management: 'eth0' },
  configuration: {
    initial: initialConfiguration,
    read: (tree) => prefixFacts(tree, NO_PROTOCOLS),
    print: (tree) => `${printIndented(tree, { width: 4 }).join('\n')}\n`,
  },
};
