import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix, linkLocal } from '../../device/ipv6-prefix';
import { textTable } from '../text/text-table';
import { xrMtu, xrOrder, xrShortName } from './xr-interfaces';

/** `show interfaces brief`. */
export function showInterfacesBrief(device: FakeDevice): string {
  const rows = xrOrder(device).map((one) => {
    const isLoopback = one.kind === 'loopback';
    return [
      xrShortName(one.name),
      state(one),
      state(one),
      isLoopback ? 'Loopback' : 'ARPA',
      String(xrMtu(one)),
      isLoopback ? '0' : '1000000',
    ];
  });
  const [first = '', second = '', ...lines] = textTable(
    [-19, -12, -12, -19, -6, -11],
    [
      ['Intf', 'Intf', 'LineP', 'Encap', 'MTU', 'BW'],
      ['Name', 'State', 'State', 'Type', '(byte)', '(Kbps)'],
      ...rows,
    ],
  );
  return ['', first, second, '-'.repeat(80), ...lines].join('\n');
}

/** `show interfaces description`. */
export function showInterfacesDescription(device: FakeDevice): string {
  const rows = xrOrder(device).map((one) => {
    return [xrShortName(one.name), state(one), state(one), one.description ?? ''];
  });
  const header = ['Interface', 'Status', 'Protocol', 'Description'];
  const [first = '', ...lines] = textTable([19, 12, 12, 0], [header, ...rows]);
  return ['', first, '-'.repeat(80), ...lines].join('\n');
}

/** `show ipv4 interface brief`. */
export function showIpv4InterfaceBrief(device: FakeDevice): string {
  const rows = xrOrder(device).map((one) => [
    one.name,
    ipv4Prefix(one.ipv4)?.address ?? 'unassigned',
    one.linkUp ? 'Up' : one.adminUp ? 'Down' : 'Shutdown',
    one.linkUp ? 'Up' : 'Down',
    vrfOf(one),
  ]);
  const header = ['Interface', 'IP-Address', 'Status', 'Protocol', 'Vrf-Name'];
  return ['', ...textTable([31, 16, 16, 9, 0], [header, ...rows])].join('\n');
}

/** `show ipv4 interface`, of all or of those given. */
export function showIpv4Interface(
  device: FakeDevice,
  interfaces: readonly DeviceInterface[] = xrOrder(device),
): string {
  return interfaces.flatMap(ipv4Lines).join('\n');
}

/** `show ipv6 interface brief`. */
export function showIpv6InterfaceBrief(device: FakeDevice): string {
  return [
    '',
    ...xrOrder(device).flatMap((one) => {
      const own = ipv6Prefix(one.ipv6)?.address;
      const line = one.linkUp ? 'Up' : 'Down';
      const status = one.linkUp ? 'Up' : one.adminUp ? 'Down' : 'Shutdown';
      const mac = one.kind === 'loopback' ? device.mac : one.mac;
      return [
        `${one.name.padEnd(23)}[${status}/${line}]`,
        ...(own === undefined ? ['unassigned'] : [linkLocal(mac), own]).map((address) => `    ${address}`),
      ];
    }),
  ].join('\n');
}

/** The VRF that an interface belongs to. */
export function vrfOf({ kind }: DeviceInterface): string {
  return kind === 'mgmt' ? 'management' : 'default';
}

function ipv4Lines(one: DeviceInterface): readonly string[] {
  const status = one.linkUp ? 'Up' : one.adminUp ? 'Down' : 'Shutdown';
  const first = `${one.name} is ${status}, ipv4 protocol is ${one.linkUp ? 'Up' : 'Down'}`;
  const id = one.kind === 'mgmt' ? '0x60000001' : '0x60000000';
  const vrf = `  Vrf is ${vrfOf(one)} (vrfid ${id})`;
  if (one.ipv4 === undefined) return [first, vrf, '  Internet protocol processing disabled'];
  const runsOspf = one.ospfState !== undefined && one.kind === 'ethernet' && !one.ospfPassive;
  const groups = `224.0.0.2 224.0.0.1${runsOspf ? ' 224.0.0.5' : ''}`;
  const mtu = one.kind === 'loopback' ? 1500 : one.mtu;
  return [
    first,
    vrf,
    `  Internet address is ${one.ipv4}`,
    `  MTU is ${xrMtu(one)} (${mtu} is available to IP)`,
    '  Helper address is not set',
    `  Multicast reserved groups joined: ${groups}`,
    '  Directed broadcast forwarding is disabled',
    '  Outgoing access list is not set',
    '  Inbound  common access list is not set, access list is not set',
    '  Proxy ARP is disabled',
    '  ICMP redirects are never sent',
    '  ICMP unreachables are always sent',
    '  ICMP mask replies are never sent',
    '  Table Id is 0xe0000000',
  ];
}

function state({ adminUp, linkUp }: DeviceInterface): string {
  return adminUp ? (linkUp ? 'up' : 'down') : 'admin-down';
}
