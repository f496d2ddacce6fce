import type { FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { dateWords } from '../text/date-words';
import { findInterface } from '../text/interface-words';
import { showConfig, showConfigInterface } from './running-config';
import {
  showInterfaces,
  showInterfacesDescription,
  showInterfacesStatus,
  showInterfacesStatusJson,
  showIpInterface,
  showIpInterfaceBrief,
} from './show-interfaces';
import { showIpRoute, showIpRouteTo } from './show-ip-route';
import { showIpv6InterfaceBrief, showIpv6Route } from './show-ipv6';
import { showLldpNeighbors, showLldpNeighborsDetail, showLldpNeighborsJson } from './show-neighbors';
import { showIpBgp } from './show-ip-bgp';
import {
  showIpArp,
  showIpBgpSummary,
  showIpOspfInterfaceBrief,
  showIpOspfNeighbor,
  showMacAddressTable,
} from './show-tables';
import { showHostnameJson, showInventory, showVersion, showVersionJson } from './show-version';

/** What `show` shows in user and privileged mode. */
export const showCommands: readonly Command[] = [
  show('show version', showVersion),
  show('show version | json', showVersionJson),
  show('show inventory', showInventory),
  show('show hostname', ({ name }) => `Hostname: ${name}\nFQDN:     ${name}`),
  show('show hostname | json', showHostnameJson),
  show('show clock', (device) => clock(device.now())),
  show('show interfaces', (device) => showInterfaces(device)),
  show('show interfaces status', showInterfacesStatus),
  show('show interfaces status | json', showInterfacesStatusJson),
  show('show interfaces description', showInterfacesDescription),
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
  show('show ipv6 interface brief', showIpv6InterfaceBrief),
  show('show ipv6 route', showIpv6Route),
  show('show ip arp', showIpArp),
  show('show arp', showIpArp),
  show('show ip ospf neighbor', showIpOspfNeighbor),
  show('show ip ospf interface brief', showIpOspfInterfaceBrief),
  show('show ip bgp', showIpBgp),
  show('show ip bgp summary', showIpBgpSummary),
  show('show bgp summary', showIpBgpSummary),
  show('show lldp neighbors', showLldpNeighbors),
  show('show lldp neighbors | json', showLldpNeighborsJson),
  show('show lldp neighbors detail', showLldpNeighborsDetail),
  show('show mac address-table', showMacAddressTable),
  { syntax: 'show privilege', modes: ['user'], run: () => 'Current privilege level is 1' },
  { syntax: 'show privilege', modes: ['enable'], run: () => 'Current privilege level is 15' },
  {
    syntax: 'show running-config',
    modes: ['enable'],
    run: ({ device }) => showConfig(device.configuration?.running ?? [], device, 'show running-config'),
  },
  {
    syntax: 'show startup-config',
    modes: ['enable'],
    run: ({ device }) => showConfig(device.configuration?.startup ?? [], device, 'show startup-config'),
  },
  {
    syntax: 'show running-config interfaces <interface...>',
    modes: ['enable'],
    run: (call) => ofInterface(call, (one) => showConfigInterface(one, call.device)),
  },
];

function show(syntax: string, render: (device: FakeDevice) => string): Command {
  return { syntax, modes: ['user', 'enable'], run: ({ device }) => render(device) };
}

function ofInterface(
  call: CommandCall,
  render: (one: FakeDevice['interfaces'][number]) => string,
): CommandOutcome {
  const typed = call.args.interface ?? '';
  const found = findInterface(call.device, typed);
  return found ? render(found) : { unknown: typed };
}

function clock(date: Date): string {
  const { weekday, month, day, time, year } = dateWords(date);
  return `${weekday} ${month} ${day.padStart(2)} ${time} ${year}\nTimezone: UTC\nClock source: local`;
}
