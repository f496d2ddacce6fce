import { beginsWith } from '../../configuration/change-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { findInterface } from '../text/interface-words';
import { configModes } from './modes';
import { configurationLines, printConfiguration } from './print-configuration';
import {
  showInterfacesBrief,
  showInterfacesDescription,
  showIpv4Interface,
  showIpv4InterfaceBrief,
  showIpv6InterfaceBrief,
} from './show-interface-tables';
import { showInterfaces } from './show-interfaces';
import {
  showCdpNeighbors,
  showCdpNeighborsDetail,
  showLldpNeighbors,
  showLldpNeighborsDetail,
} from './show-neighbors';
import {
  showArp,
  showBgpSummary,
  showOspfInterfaceBrief,
  showOspfNeighbor,
  showVrfAll,
} from './show-protocols';
import { showRoute, showRouteIpv6, showRouteTo } from './show-route';
import { dir, showClock, showProcessesCpu, showRedundancySummary, showUsers } from './show-system';
import { showInventory, showPlatform, showVersion, showVersionBrief } from './show-version';
import { stamped } from './time-stamp';

/** What `show` shows, each output under its time stamp. */
export const showCommands: readonly Command[] = [
  show('show version', showVersion),
  show('show version brief', showVersionBrief),
  show('show inventory', showInventory),
  show('show platform', showPlatform),
  show('show redundancy summary', showRedundancySummary),
  show('show clock', showClock),
  show('show users', (_, call) => showUsers(call)),
  show('show processes cpu', showProcessesCpu),
  show('show interfaces', (device) => showInterfaces(device)),
  show('show interfaces brief', showInterfacesBrief),
  show('show interfaces description', showInterfacesDescription),
  ofInterface('show interfaces <interface...>', showInterfaces),
  show('show ipv4 interface', (device) => showIpv4Interface(device)),
  show('show ipv4 interface brief', showIpv4InterfaceBrief),
  show('show ipv4 vrf all interface brief', showIpv4InterfaceBrief),
  show('show ip interface brief', showIpv4InterfaceBrief),
  ofInterface('show ipv4 interface <interface...>', showIpv4Interface),
  show('show ipv6 interface brief', showIpv6InterfaceBrief),
  ...['show route', 'show route ipv4', 'show ip route'].flatMap((start) => [
    show(start, (device) => showRoute(device)),
    show(`${start} connected`, (device) => showRoute(device, 'connected')),
    show(`${start} local`, (device) => showRoute(device, 'local')),
    show(`${start} ospf`, (device) => showRoute(device, 'ospf')),
    show(`${start} static`, (device) => showRoute(device, 'static')),
    exec(`${start} <address>`, ({ device, args }) => {
      const said = showRouteTo(device, args.address ?? '');
      return said === undefined ? { unknown: args.address ?? '' } : stamped(device, said);
    }),
  ]),
  show('show route ipv6', showRouteIpv6),
  show('show arp', showArp),
  show('show ospf neighbor', showOspfNeighbor),
  show('show ospf interface brief', showOspfInterfaceBrief),
  show('show bgp summary', showBgpSummary),
  show('show bgp ipv4 unicast summary', showBgpSummary),
  show('show ip bgp summary', showBgpSummary),
  show('show vrf all', showVrfAll),
  show('show lldp neighbors', showLldpNeighbors),
  show('show lldp neighbors detail', showLldpNeighborsDetail),
  show('show cdp neighbors', showCdpNeighbors),
  show('show cdp neighbors detail', showCdpNeighborsDetail),
  { ...show('show running-config', runningConfig), modes: ['exec', ...configModes] },
  { ...exec('show running-config <section...>', runningSection), modes: ['exec', ...configModes] },
  exec('dir [<filesystem>]', ({ device }) => stamped(device, dir(device))),
];

function exec(syntax: string, run: Command['run']): Command {
  return { syntax, modes: ['exec'], run };
}

function show(syntax: string, render: (device: FakeDevice, call: CommandCall) => string): Command {
  return exec(syntax, (call) => stamped(call.device, render(call.device, call)));
}

function ofInterface(
  syntax: string,
  render: (device: FakeDevice, interfaces: readonly DeviceInterface[]) => string,
): Command {
  return exec(syntax, ({ device, args }) => {
    const typed = args.interface ?? '';
    const found = findInterface(device, typed);
    return found ? stamped(device, render(device, [found])) : { unknown: typed };
  });
}

function runningConfig(device: FakeDevice): string {
  return printConfiguration(device.configuration?.running ?? [], device);
}

/** `show running-config interface gi0/0/0/1`, `… router bgp`: what begins with these words. */
function runningSection({ device, args }: CommandCall): CommandOutcome {
  const typed = args.section ?? '';
  const [, name] = /^int\w* +(.+)$/.exec(typed) ?? [];
  const found = name === undefined ? undefined : findInterface(device, name);
  const words = found ? `interface ${found.name}` : typed.replace(/^int\w*$/, 'interface');
  const wanted = (device.configuration?.running ?? []).filter(({ text }) => beginsWith(text, words));
  const lines = wanted.length > 0 ? configurationLines(wanted) : ['% No such configuration item(s)'];
  return stamped(device, [...lines, '', ''].join('\n'));
}
