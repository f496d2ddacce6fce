import { printBraces, printPaths } from '../configuration/print-braces';
import type { FakeDevice } from '../device/fake-device';
import type { Command, CommandCall, CommandOutcome, Platform } from '../engine/platform';
import { pingCommand } from './linux/ping-command';
import { configuration } from './nokia-srl/configuration';
import { CANDIDATE, modes, refusals } from './nokia-srl/modes';
import { showInterface, showInterfaceBrief } from './nokia-srl/show-interface';
import {
  showArpEntries,
  showBgpNeighbor,
  showLldpNeighbor,
  showOspfNeighbor,
  showRouteTable,
} from './nokia-srl/show-tables';
import { showVersion } from './nokia-srl/show-version';
import { portName } from './nokia-srl/srl-interfaces';

const running = ['running'] as const;
const candidate = ['candidate'] as const;
const NOTHING_TO_COMMIT = 'Warning: no changes to commit';

/** Getting about: the running datastore, and a candidate that takes no changes. */
const navigation: readonly Command[] = [
  {
    syntax: 'enter candidate [private]',
    modes: running,
    run: ({ args, session }) => {
      const kind = args.private === undefined ? 'shared default' : `private private-${session.username}`;
      session.variables.set(CANDIDATE, kind);
      return { mode: 'candidate' };
    },
  },
  { syntax: 'enter running', modes: running, run: () => ({ mode: 'running' }) },
  { syntax: 'commit stay', modes: candidate, run: () => NOTHING_TO_COMMIT },
  ...['commit now', 'commit save'].map((syntax) => ({
    syntax,
    modes: candidate,
    run: (): CommandOutcome => ({ output: NOTHING_TO_COMMIT, mode: 'running' }),
  })),
  { syntax: 'discard stay', modes: candidate, run: () => '' },
  { syntax: 'discard now', modes: candidate, run: () => ({ mode: 'running' }) },
  { syntax: 'ping <address> network-instance default [<options...>]', modes: running, run: pingIn },
  { syntax: 'diff', modes: candidate, run: () => '' },
  { syntax: 'exit [all]', modes: running, run: () => '' },
  { syntax: 'quit', modes: running, run: () => ({ close: true }) },
  {
    syntax: 'save startup',
    modes: running,
    run: () => 'Saved current running configuration as initial (startup) configuration',
  },
  { syntax: 'environment <setting...>', modes: running, run: () => '' },
];

const showing: readonly Command[] = [
  show('show version', showVersion),
  show('show interface [all]', (device) => showInterface(device)),
  show('show interface brief', showInterfaceBrief),
  {
    syntax: 'show interface <name>',
    modes: running,
    run: (call) => {
      const name = call.args.name ?? '';
      const found = call.device.interfaces.find((one) => one.name === name || portName(one) === name);
      return found ? showInterface(call.device, [found]) : { unknown: name };
    },
  },
  show('show network-instance default route-table [all]', showRouteTable),
  show('show network-instance default route-table ipv4-unicast summary', showRouteTable),
  show('show network-instance default protocols ospf neighbor', showOspfNeighbor),
  show('show network-instance default protocols bgp neighbor', showBgpNeighbor),
  show('show system lldp neighbor', showLldpNeighbor),
  show('show arpnd arp-entries', showArpEntries),
  show('info', (device) => printBraces(configuration(device), { indent: 4 }).join('\n')),
  show('info from running', (device) => printBraces(configuration(device), { indent: 4 }).join('\n')),
  show('info flat', (device) => printPaths(configuration(device), 'set /').join('\n')),
  show('info flat from running', (device) => printPaths(configuration(device), 'set /').join('\n')),
  show('info from running flat', (device) => printPaths(configuration(device), 'set /').join('\n')),
];

/** Nokia SR Linux. */
export const nokiaSrl: Platform = {
  name: 'nokia_srl',
  title: 'Nokia SR Linux',
  netlabDevices: ['srlinux'],
  greeting: () => 'Welcome to the SR Linux CLI.',
  initialMode: 'running',
  modes,
  refusals,
  commands: [...navigation, ...showing],
  help: {
    '<address>': 'IP address or host name',
    all: 'Everything',
    'arp-entries': 'ARP table',
    arpnd: 'ARP and neighbor discovery',
    bgp: 'BGP',
    brief: 'One line for each',
    candidate: 'Configuration that is being edited',
    commit: 'Commit the changes made in candidate mode',
    default: 'The network instance of the routers',
    diff: 'Compare the candidate with the running configuration',
    discard: 'Discard the changes made in candidate mode',
    enter: 'Switch to a different mode',
    environment: 'Configuration of the CLI session',
    exit: 'Go back to the parent context',
    flat: 'One command a line',
    from: 'Datastore to read from',
    info: 'Show the value of all nodes and fields under the current context',
    interface: 'Show report about interfaces',
    'ipv4-unicast': 'IPv4 routes',
    lldp: 'LLDP',
    '<name>': 'Interface name',
    neighbor: 'Neighbor entries',
    'network-instance': 'Name of a network instance',
    now: 'Leave candidate mode',
    '<options>': 'Options of ping: -c, -I',
    ospf: 'OSPF',
    ping: 'Send ICMP echo requests',
    private: 'Configuration that nobody else edits',
    protocols: 'Routing protocols',
    quit: 'Quit the CLI session',
    'route-table': 'Routing table',
    running: 'Configuration in use',
    save: 'Save the current state',
    '<setting>': 'Setting of this session',
    show: 'Show plugin reports',
    startup: 'Configuration of the next start',
    stay: 'Stay in candidate mode',
    summary: 'Short form',
    system: 'Information of the system',
    version: 'Show report of the software and hardware',
  },
  filters: { grep: 'Lines that match' },
};

function show(syntax: string, render: (device: FakeDevice) => string): Command {
  return { syntax, modes: running, run: ({ device }) => render(device) };
}

function pingIn({ device, args }: CommandCall): CommandOutcome {
  const { output = '', ...effect } = pingCommand(device, [
    ...(args.options ?? '').split(' '),
    args.address ?? '',
  ]);
  return { ...effect, output: `Using network instance default\n${output}` };
}
