import { printBraces, printPaths } from '../configuration/print-braces';
import type { FakeDevice } from '../device/fake-device';
import type { Command, CommandCall, CommandOutcome, Platform } from '../engine/platform';
import { pingCommand } from './linux/ping-command';
import { candidateCommands } from './nokia-srl/candidate-commands';
import { initialConfiguration } from './nokia-srl/initial-configuration';
import { CANDIDATE, modes, refusals } from './nokia-srl/modes';
import { readConfiguration } from './nokia-srl/read-configuration';
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

/** Getting about: the running datastore, and into a candidate. */
const navigation: readonly Command[] = [
  {
    syntax: 'enter candidate [private]',
    modes: running,
    run: ({ args, session }) => {
      const kind = args.private === undefined ? 'shared default' : `private private-${session.username}`;
      session.variables.set(CANDIDATE, kind);
      session.edits.length = 0;
      return { mode: 'candidate' };
    },
  },
  { syntax: 'enter running', modes: running, run: () => ({ mode: 'running' }) },
  { syntax: 'ping <address> network-instance default [<options...>]', modes: running, run: pingIn },
  { syntax: 'exit [all]', modes: running, run: () => '' },
  { syntax: 'quit', modes: running, run: () => ({ close: true }) },
  {
    syntax: 'save startup',
    modes: running,
    run: ({ device }) => {
      device.configuration?.save();
      return 'Saved current running configuration as initial (startup) configuration';
    },
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
  ...['info', 'info from running'].map((syntax) =>
    show(syntax, (device) => printBraces(device.configuration?.running ?? [], { indent: 4 }).join('\n')),
  ),
  ...['info flat', 'info flat from running', 'info from running flat'].map((syntax) =>
    show(syntax, (device) => printPaths(device.configuration?.running ?? [], 'set /').join('\n')),
  ),
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
  commands: [...navigation, ...candidateCommands, ...showing],
  help: {
    '<address>': 'IP address or host name',
    '/': 'The top of the configuration',
    all: 'Everything',
    'arp-entries': 'ARP table',
    arpnd: 'ARP and neighbor discovery',
    bgp: 'BGP',
    brief: 'One line for each',
    candidate: 'Configuration that is being edited',
    commit: 'Commit the changes made in candidate mode',
    default: 'The network instance of the routers',
    delete: 'Remove configuration',
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
    '<number>': 'How many commits ago',
    '<options>': 'Options of ping: -c, -I',
    ospf: 'OSPF',
    '<path>': 'Path of the configuration, from the root with / before it',
    ping: 'Send ICMP echo requests',
    private: 'Configuration that nobody else edits',
    protocols: 'Routing protocols',
    quit: 'Quit the CLI session',
    'route-table': 'Routing table',
    running: 'Configuration in use',
    rollback: 'Load an earlier configuration',
    root: 'The top of the configuration',
    save: 'Save the current state',
    '<setting>': 'Setting of this session',
    set: 'Set configuration',
    show: 'Show plugin reports',
    startup: 'Configuration of the next start',
    stay: 'Stay in candidate mode',
    summary: 'Short form',
    system: 'Information of the system',
    to: 'Name where to go',
    validate: 'Look for mistakes, change nothing',
    version: 'Show report of the software and hardware',
  },
  filters: { grep: 'Lines that match' },
  ports: {
    ethernet: (number) => `ethernet-1/${number}`,
    management: 'mgmt0',
    loopback: 'lo0.0',
  },
  configuration: {
    initial: initialConfiguration,
    read: readConfiguration,
    print: (tree) => `${printBraces(tree).join('\n')}\n`,
  },
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
