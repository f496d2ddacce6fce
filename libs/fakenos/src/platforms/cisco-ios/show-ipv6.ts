import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv6Prefix, linkLocal } from '../../device/ipv6-prefix';
import type { Ipv6Route } from '../../device/ipv6-routes';
import { ipv6Routes } from '../../device/ipv6-routes';
import { loopbacksLast } from '../text/interface-order';
import { lineState, linkState } from './show-interfaces';

const LEGEND = [
  'Codes: C - Connected, L - Local, S - Static, U - Per-user Static route',
  '       B - BGP, HA - Home Agent, MR - Mobile Router, R - RIP',
  '       H - NHRP, I1 - ISIS L1, I2 - ISIS L2, IA - ISIS interarea',
  '       IS - ISIS summary, D - EIGRP, EX - EIGRP external, NM - NEMO',
  '       ND - ND Default, NDp - ND Prefix, DCE - Destination, NDr - Redirect',
  '       O - OSPF Intra, OI - OSPF Inter, OE1 - OSPF ext 1, OE2 - OSPF ext 2',
  '       ON1 - OSPF NSSA ext 1, ON2 - OSPF NSSA ext 2, la - LISP alt',
  '       lr - LISP site-registrations, ld - LISP dyn-eid, a - Application',
];

/** `show ipv6 interface brief`. */
export function showIpv6InterfaceBrief(device: FakeDevice): string {
  return loopbacksLast(device)
    .flatMap((one) => [
      `${one.name.padEnd(23)}[${linkState(one)}/${lineState(one)}]`,
      ...addresses(device, one).map((address) => `    ${address}`),
    ])
    .join('\n');
}

/** `show ipv6 route`. */
export function showIpv6Route(device: FakeDevice): string {
  const routes = ipv6Routes(device);
  const lines = [...routes.flatMap(routeLines), 'L   FF00::/8 [0/0]', '     via Null0, receive'];
  return [`IPv6 Routing Table - default - ${routes.length + 1} entries`, ...LEGEND, ...lines].join('\n');
}

function addresses({ mac }: FakeDevice, one: DeviceInterface): string[] {
  const address = ipv6Prefix(one.ipv6)?.address;
  if (address === undefined) return ['unassigned'];
  const local = linkLocal(one.kind === 'loopback' ? mac : one.mac);
  return [local.toUpperCase(), address.toUpperCase()];
}

function routeLines({ prefix, protocol, interfaceName }: Ipv6Route): string[] {
  const isOwn = prefix.endsWith('/128');
  const code = protocol === 'local' ? 'L' : isOwn ? 'LC' : 'C';
  return [
    `${code.padEnd(4)}${prefix.toUpperCase()} [0/0]`,
    `     via ${interfaceName}, ${isOwn ? 'receive' : 'directly connected'}`,
  ];
}
