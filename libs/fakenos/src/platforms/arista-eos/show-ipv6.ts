import type { FakeDevice } from '../../device/fake-device';
import { ipv6Prefix, linkLocal } from '../../device/ipv6-prefix';
import { ipv6Routes } from '../../device/ipv6-routes';
import { shortInterfaceName } from '../text/interface-words';
import { textTable } from '../text/text-table';
import { eosOrder, ipMtu, lineState } from './show-interfaces';

const LEGEND = [
  'Codes: C - connected, S - static, K - kernel, O3 - OSPFv3,',
  '       O3 IA - OSPFv3 inter area, O3 E1 - OSPFv3 external type 1,',
  '       O3 E2 - OSPFv3 external type 2,',
  '       O3 N1 - OSPFv3 NSSA external type 1,',
  '       O3 N2 - OSPFv3 NSSA external type2, B - Other BGP Routes,',
  '       A B - BGP Aggregate, R - RIP,',
  '       I L1 - IS-IS level 1, I L2 - IS-IS level 2, DH - DHCP,',
  '       NG - Nexthop Group Static Route, M - Martian,',
  '       DP - Dynamic Policy Route, L - VRF Leaked,',
  '       RC - Route Cache Route',
];

/** `show ipv6 interface brief`: a line for each address of the interfaces that have one. */
export function showIpv6InterfaceBrief(device: FakeDevice): string {
  const rows = eosOrder(device).flatMap((one) => {
    const own = ipv6Prefix(one.ipv6);
    if (!own) return [];
    const local = linkLocal(one.kind === 'loopback' ? device.mac : one.mac);
    const state = lineState(one);
    return [
      [shortInterfaceName(one.name), state, String(ipMtu(one)), `${local}/64`, state, 'link local'],
      ['', '', '', `${own.address}/${own.length}`, state, 'config'],
    ];
  });
  const header = ['Interface', 'Status', 'MTU', 'IPv6 Address', 'Addr State', 'Addr Source'];
  const rule = [15, 12, 10, 32, 18, 11].map((width) => '-'.repeat(width));
  return textTable([16, 13, 11, 33, 19, 0], [header, rule, ...rows]).join('\n');
}

/** `show ipv6 route`: networks only, as EOS does not list the device's own addresses. */
export function showIpv6Route(device: FakeDevice): string {
  const all = ipv6Routes(device);
  const routes = all.filter(({ protocol }) => protocol === 'connected');
  return [
    '',
    'VRF: default',
    `Displaying ${routes.length} of ${all.length} IPv6 routing table entries`,
    ...LEGEND,
    '',
    ...routes.flatMap(({ prefix, interfaceName }) => [
      ` C        ${prefix} [0/0]`,
      `           via ${interfaceName}, directly connected`,
    ]),
    '',
    '',
  ].join('\n');
}
