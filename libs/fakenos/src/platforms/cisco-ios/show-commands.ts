import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { dateWords } from '../text/date-words';
import { findInterface } from '../text/interface-words';
import { showRunningConfig, showRunningConfigInterface, showStartupConfig } from './running-config';
import {
  showInterfaces,
  showInterfacesDescription,
  showInterfacesStatus,
  showIpInterfaceBrief,
} from './show-interfaces';
import { showIpInterface } from './show-ip-interface';
import { showIpRoute } from './show-ip-route';
import { showIpRouteTo } from './show-ip-route-to';
import { showIpv6InterfaceBrief, showIpv6Route } from './show-ipv6';
import {
  showCdpNeighbors,
  showCdpNeighborsDetail,
  showLldpNeighbors,
  showLldpNeighborsDetail,
} from './show-neighbors';
import {
  showIpArp,
  showIpBgp,
  showIpBgpSummary,
  showIpOspfInterfaceBrief,
  showIpOspfNeighbor,
  showMacAddressTable,
} from './show-tables';
import { dir, showMemoryStatistics, showProcessesCpu, showVrf } from './show-system';
import { showInventory, showVersion } from './show-version';

/** What `show` shows in user and privileged mode. */
export const showCommands: readonly Command[] = [
  show('show version', showVersion),
  show('show inventory', showInventory),
  show('show processes cpu', showProcessesCpu),
  show('show memory statistics', showMemoryStatistics),
  show('show vrf', showVrf),
  { syntax: 'dir [<filesystem>]', modes: ['enable'], run: ({ device }) => dir(device) },
  show('show clock', (device) => clock(device.now())),
  { syntax: 'show users', modes: ['user', 'enable'], run: ({ session }) => users(session.username) },
  show('show interfaces', (device) => showInterfaces(device)),
  show('show interfaces description', showInterfacesDescription),
  show('show interfaces status', showInterfacesStatus),
  {
    syntax: 'show interfaces <interface...>',
    modes: ['user', 'enable'],
    run: (call) => ofInterface(call, (one) => showInterfaces(call.device, [one])),
  },
  show('show ip interface', (device) => showIpInterface(device)),
  show('show ip interface brief', showIpInterfaceBrief),
  {
    syntax: 'show ip interface <interface...>',
    modes: ['user', 'enable'],
    run: (call) => ofInterface(call, (one) => showIpInterface(call.device, [one])),
  },
  show('show ip route', (device) => showIpRoute(device)),
  show('show ip route connected', (device) => showIpRoute(device, 'connected')),
  show('show ip route ospf', (device) => showIpRoute(device, 'ospf')),
  show('show ip route static', (device) => showIpRoute(device, 'static')),
  { syntax: 'show ip route <address>', modes: ['user', 'enable'], run: showIpRouteTo },
  { syntax: 'show ip route <address> <mask>', modes: ['user', 'enable'], run: showIpRouteTo },
  show('show ipv6 interface brief', showIpv6InterfaceBrief),
  show('show ipv6 route', showIpv6Route),
  show('show ip arp', showIpArp),
  show('show arp', showIpArp),
  show('show ip ospf neighbor', showIpOspfNeighbor),
  show('show ip ospf interface brief', showIpOspfInterfaceBrief),
  show('show ip bgp', showIpBgp),
  show('show ip bgp summary', showIpBgpSummary),
  show('show cdp neighbors', showCdpNeighbors),
  show('show cdp neighbors detail', showCdpNeighborsDetail),
  show('show lldp neighbors', showLldpNeighbors),
  show('show lldp neighbors detail', showLldpNeighborsDetail),
  show('show mac address-table', showMacAddressTable),
  { syntax: 'show privilege', modes: ['user'], run: () => 'Current privilege level is 1' },
  { syntax: 'show privilege', modes: ['enable'], run: () => 'Current privilege level is 15' },
  { syntax: 'show running-config', modes: ['enable'], run: ({ device }) => showRunningConfig(device) },
  {
    syntax: 'show running-config interface <interface...>',
    modes: ['enable'],
    run: (call) => ofInterface(call, (one) => showRunningConfigInterface(one, call.device)),
  },
  { syntax: 'show startup-config', modes: ['enable'], run: ({ device }) => showStartupConfig(device) },
];

function show(syntax: string, render: (device: FakeDevice) => string): Command {
  return { syntax, modes: ['user', 'enable'], run: ({ device }) => render(device) };
}

function ofInterface(
  { device, args }: CommandCall,
  render: (one: DeviceInterface) => string,
): CommandOutcome {
  const typed = args.interface ?? '';
  const found = findInterface(device, typed);
  return found ? render(found) : { unknown: typed };
}

function clock(date: Date): string {
  const { time, milliseconds, weekday, month, day, year } = dateWords(date);
  return `*${time}.${milliseconds} UTC ${weekday} ${month} ${day} ${year}`;
}

function users(username: string): string {
  return [
    '    Line       User       Host(s)              Idle       Location',
    `*  2 vty 0     ${username.padEnd(11)}idle                 00:00:00`,
    '',
    '  Interface    User               Mode         Idle     Peer Address',
    '',
  ].join('\n');
}
