import type { ConfigTree } from '../../configuration/config-tree';
import type { FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { dateTime } from './date-time';
import { lastCommit } from './print-configuration';
import { showConfiguration } from './show-configuration';
import { findPort, showInterfaces, showInterfacesDescriptions, showInterfacesTerse } from './show-interfaces';
import {
  showRoute,
  showRouteProtocol,
  showRouteSummary,
  showRouteTable,
  showRouteTerse,
  showRouteTo,
} from './show-route';
import {
  showChassisHardware,
  showSystemCommit,
  showSystemInformation,
  showSystemUptime,
  showSystemUsers,
  showVersion,
} from './show-system';
import {
  showArp,
  showBgpNeighbor,
  showBgpSummary,
  showEthernetSwitchingTable,
  showIpv6Neighbors,
  showLldpDetail,
  showLldpNeighbors,
  showOspfInterface,
  showOspfNeighbor,
} from './show-tables';

const operational = ['operational'] as const;
const NO_ALARMS = 'No alarms currently active';

/** What `show` shows in operational mode. */
export const showCommands: readonly Command[] = [
  show('show version [brief]', showVersion),
  show('show system information', showSystemInformation),
  show('show system uptime', showSystemUptime),
  show('show system commit', showSystemCommit),
  show('show system alarms', () => NO_ALARMS),
  {
    syntax: 'show system users',
    modes: operational,
    run: (call) => showSystemUsers(call.device, call.session.username),
  },
  show('show chassis hardware [detail]', showChassisHardware),
  show('show chassis alarms', () => NO_ALARMS),
  show('show interfaces [detail]', (device) => showInterfaces(device)),
  show('show interfaces extensive', (device) => showInterfaces(device)),
  show('show interfaces terse', (device) => showInterfacesTerse(device)),
  show('show interfaces descriptions', showInterfacesDescriptions),
  ...['', ' brief', ' detail', ' extensive', ' media'].map((form) => ({
    syntax: `show interfaces <interface>${form}`,
    modes: operational,
    run: (call: CommandCall) => ofPort(call, showInterfaces),
  })),
  {
    syntax: 'show interfaces terse <interface>',
    modes: operational,
    run: (call) => ofPort(call, showInterfacesTerse),
  },
  {
    syntax: 'show interfaces <interface> terse',
    modes: operational,
    run: (call) => ofPort(call, showInterfacesTerse),
  },
  show('show arp', (device) => showArp(device, true)),
  show('show arp no-resolve', (device) => showArp(device, false)),
  show('show ipv6 neighbors', showIpv6Neighbors),
  show('show ethernet-switching table', showEthernetSwitchingTable),
  show('show lldp neighbors', showLldpNeighbors),
  show('show lldp neighbors detail', (device) => showLldpDetail(device)),
  {
    syntax: 'show lldp neighbors interface <interface>',
    modes: operational,
    run: ({ device, args }) => showLldpDetail(device, args.interface),
  },
  show('show ospf neighbor', showOspfNeighbor),
  show('show ospf interface', showOspfInterface),
  show('show bgp summary', showBgpSummary),
  show('show bgp neighbor', (device) => showBgpNeighbor(device) ?? ''),
  about('show bgp neighbor <address>', showBgpNeighbor),
  show('show route', showRoute),
  show('show route terse', showRouteTerse),
  show('show route summary', showRouteSummary),
  about('show route protocol <protocol>', showRouteProtocol),
  about('show route table <table>', showRouteTable),
  about('show route <destination>', showRouteTo),
  ...['', ' | display set'].map((form) => ({
    syntax: `show configuration${form}`,
    modes: operational,
    run: (call: CommandCall) => configurationOf(call, form),
  })),
  {
    syntax: 'show configuration <path...>',
    modes: operational,
    run: (call) => configurationOf(call, call.args.path ?? ''),
  },
  {
    syntax: 'show | compare rollback <number:0-49>',
    modes: operational,
    run: (call) => configurationOf(call, `| compare rollback ${call.args.number ?? '0'}`),
  },
  show(
    'show cli',
    () => 'CLI complete-on-space set to off\nCLI idle-timeout disabled\nCLI mode set to enhanced',
  ),
  {
    syntax: 'show cli authorization',
    modes: operational,
    run: ({ session }) => authorization(session.username),
  },
  show('show log messages', (device) => `${dateTime(device.now())} ${device.name} mgd[2041]: UI_LOGIN_EVENT`),
];

function show(syntax: string, render: (device: FakeDevice) => string): Command {
  return { syntax, modes: operational, run: ({ device }) => render(device) };
}

/** What is asked about is the last word; the answer is undefined when it makes no sense. */
function about(syntax: string, render: (device: FakeDevice, what: string) => string | undefined): Command {
  return {
    syntax,
    modes: operational,
    run: ({ device, words }) => {
      const what = words.at(-1) ?? '';
      return render(device, what) ?? { unknown: what };
    },
  };
}

function ofPort(
  { device, args }: CommandCall,
  render: (device: FakeDevice, ports: ReturnType<typeof portsOf>) => string,
): CommandOutcome {
  const name = args.interface ?? '';
  const ports = portsOf(device, name);
  return ports.length > 0 ? render(device, ports) : { output: `error: device ${name} not found`, status: 1 };
}

function portsOf(device: FakeDevice, name: string) {
  const found = findPort(device, name);
  return found ? [found] : [];
}

function configurationOf(call: CommandCall, typed: string): CommandOutcome {
  const tree: ConfigTree = call.device.configuration?.running ?? [];
  return showConfiguration(call, typed, { tree, context: [], heading: lastCommit(call.device) });
}

function authorization(username: string): string {
  return `Current user: '${username}' login: '${username}' class 'super-user'\nPermissions:\n    all         -- All operations`;
}
