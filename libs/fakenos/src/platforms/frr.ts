import type { Platform, RefusalCall } from '../engine/platform';
import { frrConfig } from './frr/running-config';
import { runVtysh } from './frr/run-vtysh';
import { vtyshCommands, vtyshModes } from './frr/vtysh-commands';
import { linuxFiles } from './linux/linux-files';
import { lldpcliShowNeighbors } from './linux/lldpcli';
import { shellCommands } from './linux/shell-commands';
import { shellMode, shellRefusals } from './linux/shell-mode';

/**
 * FRRouting on Linux: a login lands in the shell, `vtysh` leads to the routers' command line. Scraping libraries
 * log in to it as to any Linux, hence the name.
 */
export const frr: Platform = {
  name: 'linux',
  title: 'FRRouting',
  netlabDevices: ['frr'],
  initialMode: 'shell',
  modes: { shell: shellMode, ...vtyshModes },
  commands: [
    ...shellCommands({ ...linuxFiles('Alpine 3.21'), '/etc/frr/frr.conf': frrConfig }, [
      { syntax: 'vtysh [<arguments...>]', modes: ['shell'], run: runVtysh },
      {
        syntax: 'lldpcli show neighbors',
        modes: ['shell'],
        run: ({ device }) => lldpcliShowNeighbors(device),
      },
    ]),
    ...vtyshCommands,
  ],
  refusals: {
    unknown: (call) =>
      inVtysh(call) ? `% Unknown command: ${call.line.trim()}` : shellRefusals.unknown(call),
    incomplete: (call) =>
      inVtysh(call) ? `% Command incomplete: ${call.line.trim()}` : shellRefusals.incomplete(call),
    ambiguous: (call) =>
      inVtysh(call) ? `% Ambiguous command: ${call.line.trim()}` : shellRefusals.ambiguous(call),
  },
  help: {
    bgp: 'BGP information',
    brief: 'Interface status and configuration summary',
    configure: 'Configuration from vty interface',
    description: 'Interface specific description',
    do: 'To run exec commands in config mode',
    enable: 'Turn on privileged mode command',
    end: 'End current mode and change to enable mode',
    exit: 'Exit current mode and down to previous mode',
    interface: 'Interface status and configuration',
    ip: 'IP information',
    neighbor: 'Neighbor list',
    no: 'Negate a command or set its defaults',
    ospf: 'OSPF information',
    ping: 'Send echo messages',
    quit: 'Exit current mode and down to previous mode',
    route: 'IP routing table',
    router: 'Enable a routing process',
    'running-config': 'Current operating configuration',
    show: 'Show running system information',
    summary: 'Summary of neighbor status',
    terminal: 'Set terminal line parameters',
    traceroute: 'Trace route to destination',
    version: 'Displays version',
    write: 'Write running configuration to memory',
  },
};

function inVtysh({ mode }: RefusalCall): boolean {
  return mode !== 'shell';
}
