import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { dateWords } from '../text/date-words';
import {
  displayInterface,
  displayInterfaceBrief,
  displayInterfaceDescription,
  displayIpInterfaceBrief,
} from './display-interface';
import { displayIpv6InterfaceBrief, displayIpv6RoutingTable } from './display-ipv6';
import { displayLldpNeighbor, displayLldpNeighborBrief } from './display-lldp';
import {
  displayRoutingTable,
  displayRoutingTableTo,
  displayRoutingTableVerbose,
} from './display-routing-table';
import {
  displayArp,
  displayBgpPeer,
  displayMacAddress,
  displayOspfPeer,
  displayOspfPeerBrief,
} from './display-tables';
import { displayDevice, displayElabel, displayEsn, displayStartup, displayVersion } from './display-version';
import { everyView } from './modes';
import { printConfiguration, printSections, printView } from './print-configuration';
import { findVrpInterface } from './vrp-words';

/** What `display` displays, in every view. */
export const displayCommands: readonly Command[] = [
  display('display version', displayVersion),
  display('display device', displayDevice),
  display('display elabel [brief]', displayElabel),
  display('display esn', displayEsn),
  display('display startup', displayStartup),
  display('display clock', (device) => clock(device.now())),
  { syntax: 'display users', modes: everyView, run: ({ session }) => users(session.username) },
  display('display interface', (device) => displayInterface(device)),
  display('display interface brief', displayInterfaceBrief),
  display('display interface description', displayInterfaceDescription),
  ofInterface('display interface <interface...>', (device, one) => displayInterface(device, [one])),
  display('display ip interface brief', displayIpInterfaceBrief),
  display('display ipv6 interface brief', displayIpv6InterfaceBrief),
  display('display ipv6 routing-table', displayIpv6RoutingTable),
  display('display arp [all]', displayArp),
  display('display mac-address', displayMacAddress),
  display('display lldp neighbor', (device) => displayLldpNeighbor(device)),
  display('display lldp neighbor brief', displayLldpNeighborBrief),
  ofInterface('display lldp neighbor interface <interface...>', (device, { name }) =>
    displayLldpNeighbor(device, name),
  ),
  display('display bgp peer', displayBgpPeer),
  display('display ospf peer', displayOspfPeer),
  display('display ospf peer brief', displayOspfPeerBrief),
  display('display ip routing-table', (device) => displayRoutingTable(device)),
  display('display ip routing-table verbose', displayRoutingTableVerbose),
  ...(['direct', 'ospf', 'static'] as const).map((protocol) =>
    display(`display ip routing-table protocol ${protocol}`, (device) =>
      displayRoutingTable(
        device,
        device.routes.filter((route) =>
          protocol === 'direct' ? /connected|local/.test(route.protocol) : route.protocol === protocol,
        ),
      ),
    ),
  ),
  {
    syntax: 'display ip routing-table <destination...>',
    modes: everyView,
    run: ({ device, args }) => {
      const destination = args.destination ?? '';
      return displayRoutingTableTo(device, destination) ?? { unknown: destination };
    },
  },
  display('display current-configuration', ({ configuration }) =>
    printConfiguration(configuration?.running ?? []),
  ),
  ofInterface('display current-configuration interface <interface...>', ({ configuration }, { name }) =>
    printSections((configuration?.running ?? []).filter(({ text }) => text === `interface ${name}`)),
  ),
  {
    syntax: 'display current-configuration configuration <section...>',
    modes: everyView,
    run: ({ device, args }) =>
      printSections(
        (device.configuration?.running ?? []).filter(
          ({ text, children }) => children && text.startsWith(args.section ?? ''),
        ),
      ),
  },
  display('display saved-configuration', ({ configuration }) =>
    printConfiguration(configuration?.startup ?? []),
  ),
  {
    syntax: 'display this',
    modes: everyView.slice(1),
    run: ({ device, session }) => printView(device.configuration?.running ?? [], session.path),
  },
];

function display(syntax: string, render: (device: FakeDevice) => string): Command {
  return { syntax, modes: everyView, run: ({ device }) => render(device) };
}

function ofInterface(syntax: string, render: (device: FakeDevice, one: DeviceInterface) => string): Command {
  const run = ({ device, args }: CommandCall): CommandOutcome => {
    const typed = args.interface ?? '';
    const found = findVrpInterface(device, typed);
    return found ? render(device, found) : { unknown: typed };
  };
  return { syntax, modes: everyView, run };
}

function clock(date: Date): string {
  const weekday = date.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
  return [
    `${date.toISOString().slice(0, 10)} ${dateWords(date).time}`,
    weekday,
    'Time Zone(Default Zone Name) : UTC+00:00',
  ].join('\n');
}

function users(username: string): string {
  return [
    '  User-Intf    Delay    Type   Network Address     AuthenStatus    AuthorcmdFlag',
    '+ 129 VTY 0   00:00:00  SSH    192.168.121.1            pass                   ',
    `  Username : ${username}`,
  ].join('\n');
}
