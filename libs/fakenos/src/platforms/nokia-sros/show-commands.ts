import type { FakeDevice } from '../../device/fake-device';
import type { Command } from '../../engine/platform';
import { showOnePort, showPort, showPortDescription } from './show-port';
import {
  showBgpSummary,
  showBgpSummaryFamily,
  showLldpNeighbor,
  showOspfInterface,
  showOspfNeighbor,
} from './show-protocols';
import {
  showIpv6RouteTable,
  showOneRouterInterface,
  showRouteTable,
  showRouterArp,
  showRouterInterface,
  showRouterStatus,
} from './show-router';
import {
  showCard,
  showChassis,
  showMda,
  showSystemInformation,
  showUptime,
  showUsers,
  showVersion,
} from './show-system';

const operational = ['operational'] as const;

/** What `show` shows. */
export const showCommands: readonly Command[] = [
  show('version', showVersion),
  show('uptime', showUptime),
  show(
    'time',
    (device) => `Current Date & Time : ${device.now().toISOString().slice(0, 19).replace('T', ' ')} UTC`,
  ),
  show('system information', showSystemInformation),
  show('system lldp neighbor', showLldpNeighbor),
  show('chassis [detail]', showChassis),
  show('card', showCard),
  show('mda', showMda),
  {
    syntax: 'show users',
    modes: operational,
    run: ({ device, session }) => showUsers({ device, username: session.username }),
  },
  show('port', showPort),
  show('port description', showPortDescription),
  about('port <port> [detail]', 'port', showOnePort),
  ...['router', 'router Base'].flatMap((router) => [
    show(`${router} interface`, (device) => showRouterInterface(device)),
    about(`${router} interface <interface>`, 'interface', showOneRouterInterface),
    show(`${router} status`, showRouterStatus),
    show(`${router} arp`, showRouterArp),
    show(`${router} route-table [ipv4]`, (device) => showRouteTable(device) ?? ''),
    show(`${router} route-table ipv6`, showIpv6RouteTable),
    about(`${router} route-table <destination>`, 'destination', showRouteTable),
    about(`${router} route-table protocol <protocol>`, 'protocol', showRouteTable),
    show(`${router} bgp summary`, showBgpSummary),
    show(`${router} bgp summary family ipv4`, showBgpSummaryFamily),
    show(`${router} ospf neighbor`, showOspfNeighbor),
    show(`${router} ospf interface`, showOspfInterface),
  ]),
];

function show(syntax: string, render: (device: FakeDevice) => string): Command {
  return { syntax: `show ${syntax}`, modes: operational, run: ({ device }) => render(device) };
}

/** What is asked about is a placeholder; the answer is undefined when there is no such thing. */
function about(
  syntax: string,
  placeholder: string,
  render: (device: FakeDevice, what: string) => string | undefined,
): Command {
  return {
    syntax: `show ${syntax}`,
    modes: operational,
    run: ({ device, args }) => {
      const what = args[placeholder] ?? '';
      return render(device, what) ?? { unknown: what };
    },
  };
}
