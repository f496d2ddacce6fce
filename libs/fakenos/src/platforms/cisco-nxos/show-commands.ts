import type { FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { dateWords } from '../text/date-words';
import { findInterface } from '../text/interface-words';
import { printConfiguration, printInterface } from './print-configuration';
import { showInterface } from './show-interface';
import { showInterfaceBrief, showInterfaceDescription, showInterfaceStatus } from './show-interface-tables';
import { showIpInterface, showIpInterfaceBrief, showIpInterfaceOf } from './show-ip-interface';
import { showIpRoute, showIpRouteOf, showIpRouteSummary, showIpRouteTo } from './show-ip-route';
import { showIpv6Interface, showIpv6InterfaceBrief, showIpv6Route } from './show-ipv6';
import {
  showCdpNeighbors,
  showCdpNeighborsDetail,
  showLldpNeighbors,
  showLldpNeighborsDetail,
} from './show-neighbors';
import { showIpBgpSummary, showIpOspfInterfaceBrief, showIpOspfNeighbors } from './show-protocols';
import { dir, showProcessesCpu, showSystemResources, showUsers } from './show-system';
import {
  showFeature,
  showIpArp,
  showMacAddressTable,
  showVlan,
  showVrf,
  showVrfDetail,
  showVrfInterface,
} from './show-tables';
import { showInventory, showModule, showSystemUptime, showVersion } from './show-version';

/** What `show` shows. */
export const showCommands: readonly Command[] = [
  show('show version', showVersion),
  show('show hostname', ({ name }) => `${name} `),
  show('show hosts', () => 'DNS lookup enabled\n\nName servers for vrf:default is'),
  show('show inventory', showInventory),
  show('show module', showModule),
  show('show clock', (device) => clock(device.now())),
  show('show system uptime', showSystemUptime),
  show('show system resources', showSystemResources),
  show('show processes cpu', showProcessesCpu),
  show('show users', showUsers),
  show('show feature', showFeature),
  show('show vlan', showVlan),
  show('show vlan brief', showVlan),
  show('show vrf', showVrf),
  show('show vrf detail', showVrfDetail),
  show('show vrf interface', showVrfInterface),
  show('show interface', (device) => showInterface(device)),
  show('show interface brief', showInterfaceBrief),
  show('show interface status', showInterfaceStatus),
  show('show interface description', showInterfaceDescription),
  ofInterface('show interface <interface...>', ({ device }, one) => showInterface(device, [one])),
  ...inVrf('show ip interface brief', showIpInterfaceBrief),
  ...inVrf('show ip interface', showIpInterface),
  ofInterface('show ip interface <interface...>', ({ device }, one) => showIpInterfaceOf(device, one)),
  ...inVrf('show ip route', showIpRoute),
  show('show ip route direct', (device) => showIpRouteOf(device, 'connected')),
  show('show ip route local', (device) => showIpRouteOf(device, 'local')),
  show('show ip route ospf', (device) => showIpRouteOf(device, 'ospf')),
  show('show ip route static', (device) => showIpRouteOf(device, 'static')),
  show('show ip route summary', showIpRouteSummary),
  exec('show ip route <address>', ({ device, args }) => {
    return showIpRouteTo(device, args.address ?? '') ?? { unknown: args.address ?? '' };
  }),
  ...inVrf('show ip arp', showIpArp),
  ...inVrf('show ipv6 interface brief', showIpv6InterfaceBrief),
  ...inVrf('show ipv6 interface', showIpv6Interface),
  show('show ipv6 route', showIpv6Route),
  show('show ip ospf neighbors', showIpOspfNeighbors),
  show('show ip ospf interface brief', showIpOspfInterfaceBrief),
  show('show ip bgp summary', showIpBgpSummary),
  show('show bgp summary', showIpBgpSummary),
  show('show bgp ipv4 unicast summary', showIpBgpSummary),
  show('show bgp all summary vrf all', showIpBgpSummary),
  show('show mac address-table', showMacAddressTable),
  show('show lldp neighbors', showLldpNeighbors),
  show('show lldp neighbors detail', (device) => showLldpNeighborsDetail(device)),
  ofInterface('show lldp neighbors interface <interface>', ({ device }, { name }) => {
    return showLldpNeighborsDetail(device, name);
  }),
  ofInterface('show lldp neighbors interface <interface> detail', ({ device }, { name }) => {
    return showLldpNeighborsDetail(device, name);
  }),
  show('show cdp neighbors', showCdpNeighbors),
  show('show cdp neighbors detail', showCdpNeighborsDetail),
  show('show running-config', (device) => {
    return printConfiguration(device.configuration?.running ?? [], device);
  }),
  show('show startup-config', (device) => {
    const tree = device.configuration?.startup ?? [];
    return printConfiguration(tree, device, 'show startup-config');
  }),
  ofInterface('show running-config interface <interface...>', ({ device }, { name }) => {
    return printInterface(device.configuration?.running ?? [], device, name);
  }),
  exec('dir [<filesystem>]', ({ device }) => dir(device)),
];

function exec(syntax: string, run: Command['run']): Command {
  return { syntax, modes: ['exec'], run };
}

function show(syntax: string, render: (device: FakeDevice, call: CommandCall) => string): Command {
  return exec(syntax, (call) => render(call.device, call));
}

/** A command that takes `vrf <vrf>` at its end, and refuses a VRF that the device has not. */
function inVrf(
  syntax: string,
  render: (device: FakeDevice, vrf?: string) => string | undefined,
): readonly Command[] {
  const run = ({ device, args }: CommandCall): CommandOutcome =>
    render(device, args.vrf) ?? { unknown: args.vrf ?? '' };
  return [exec(syntax, run), exec(`${syntax} vrf <vrf>`, run)];
}

function ofInterface(
  syntax: string,
  render: (call: CommandCall, one: FakeDevice['interfaces'][number]) => string,
): Command {
  return exec(syntax, (call) => {
    const typed = call.args.interface ?? '';
    const found = findInterface(call.device, typed);
    return found ? render(call, found) : { unknown: typed };
  });
}

function clock(date: Date): string {
  const { time, milliseconds, weekday, month, day, year } = dateWords(date);
  return `${time}.${milliseconds} UTC ${weekday} ${month} ${day} ${year}`;
}
