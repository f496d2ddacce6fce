import type { FakeDevice } from '../../device/fake-device';
import { ipv6Prefix } from '../../device/ipv6-prefix';
import { ipv6Routes } from '../../device/ipv6-routes';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { physicalState } from './vrp-words';

/** `display ipv6 interface brief`: those that have an IPv6 address. */
export function displayIpv6InterfaceBrief(device: FakeDevice): string {
  const entries = loopbacksLast(device).flatMap((one) => {
    const address = ipv6Prefix(one.ipv6)?.address;
    if (address === undefined) return [];
    const protocol = one.kind === 'loopback' ? 'up(s)' : one.linkUp ? 'up' : 'down';
    return [
      ...textTable([29, 22, 0], [[one.name, physicalState(one), protocol]]),
      `[IPv6 Address] ${address.toUpperCase()}`,
    ];
  });
  return [
    '*down: administratively down',
    '(l): loopback',
    '(s): spoofing',
    ...textTable([29, 22, 0], [['Interface', 'Physical', 'Protocol']]),
    ...entries,
  ].join('\n');
}

/** `display ipv6 routing-table`. */
export function displayIpv6RoutingTable(device: FakeDevice): string {
  const routes = ipv6Routes(device);
  return [
    'Routing Table : Public',
    `        Destinations : ${routes.length}       Routes : ${routes.length}`,
    '',
    ...routes.flatMap(({ prefix, protocol, interfaceName }) => {
      const [destination = '', length = '128'] = prefix.toUpperCase().split('/');
      const nextHop = protocol === 'local' ? '::1' : destination;
      return [
        ` Destination  : ${destination.padEnd(40)}PrefixLength : ${length}`,
        ` NextHop      : ${nextHop.padEnd(40)}Preference   : 0`,
        ` Cost         : ${'0'.padEnd(40)}Protocol     : Direct`,
        ` RelayNextHop : ${'::'.padEnd(40)}TunnelID     : 0x0`,
        ` Interface    : ${interfaceName.padEnd(40)}Flags        : D`,
        '',
      ];
    }),
  ].join('\n');
}
