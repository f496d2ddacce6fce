import { prefixFacts } from '../configuration/prefix-interfaces';
import type { Command, Platform, RefusalCall } from '../engine/platform';
import { filters, help } from './frr/help';
import { initialConfiguration } from './frr/initial-configuration';
import { frrConfig, printConfiguration } from './frr/running-config';
import { runVtysh } from './frr/run-vtysh';
import { vtyshCommands, vtyshModes } from './frr/vtysh-commands';
import { linuxFiles } from './linux/linux-files';
import { lldpcliShowNeighbors } from './linux/lldpcli';
import { shellCommands } from './linux/shell-commands';
import { configurationHelp } from './text/configuration-help';
import { pickHelp } from './text/pick-help';
import { rootShellMode, shellMode, shellRefusals } from './linux/shell-mode';

const commands: readonly Command[] = [
  ...shellCommands({ ...linuxFiles, '/etc/frr/frr.conf': frrConfig }, [
    { syntax: 'vtysh [<arguments...>]', modes: ['shell'], run: runVtysh },
    {
      syntax: 'lldpcli show neighbors',
      modes: ['shell'],
      run: ({ device }) => lldpcliShowNeighbors(device),
    },
  ]),
  ...vtyshCommands,
];

/**
 * FRRouting on Linux: a login lands in the shell, `vtysh` leads to the routers' command line. Scraping libraries
 * log in to it as to any Linux, hence the name.
 */
export const frr: Platform = {
  name: 'linux',
  aliases: ['frr'],
  title: 'FRRouting',
  netlabDevices: ['frr'],
  initialMode: 'shell',
  modes: { shell: shellMode, root: rootShellMode, ...vtyshModes },
  commands,
  refusals: {
    unknown: (call) =>
      inVtysh(call) ? `% Unknown command: ${call.line.trim()}` : shellRefusals.unknown(call),
    incomplete: (call) =>
      inVtysh(call) ? `% Command incomplete: ${call.line.trim()}` : shellRefusals.incomplete(call),
    ambiguous: (call) =>
      inVtysh(call) ? `% Ambiguous command: ${call.line.trim()}` : shellRefusals.ambiguous(call),
  },
  help: pickHelp(commands, { ...configurationHelp, ...help }),
  filters,
  ports: { ethernet: (number) => `eth${number}`, management: 'eth0', loopback: 'lo' },
  configuration: {
    initial: initialConfiguration,
    read: (tree) =>
      prefixFacts(tree, {
        ospf: 'router ospf',
        ospfRouterId: 'ospf router-id',
        bgpRouterId: 'bgp router-id',
        area: /^ip ospf area (\S+)$/,
      }),
    print: printConfiguration,
  },
};

function inVtysh({ mode }: RefusalCall): boolean {
  return mode !== 'shell' && mode !== 'root';
}
