import type { DeviceRoute, FakeDevice } from './fake-device';
import { ipv6Prefix } from './ipv6-prefix';

/** A route of the IPv6 table: a network on a link, or an address of our own. */
export interface Ipv6Route {
  /** `2001:db8::/64` */
  readonly prefix: string;
  readonly protocol: Extract<DeviceRoute['protocol'], 'connected' | 'local'>;
  readonly interfaceName: string;
  /** Our address on the interface. */
  readonly address: string;
}

/** The IPv6 routing table, sorted by prefix: what the interfaces give, without the management network. */
export function ipv6Routes({ interfaces }: Pick<FakeDevice, 'interfaces'>): readonly Ipv6Route[] {
  return interfaces
    .filter(({ kind, linkUp }) => kind !== 'mgmt' && linkUp)
    .flatMap(({ ipv6, name }) => {
      const own = ipv6Prefix(ipv6);
      if (!own) return [];
      const route = { interfaceName: name, address: own.address };
      const connected = { ...route, prefix: own.prefix, protocol: 'connected' as const };
      const local = { ...route, prefix: `${own.address}/128`, protocol: 'local' as const };
      return own.length === 128 ? [connected] : [connected, local];
    })
    .map((route) => ({ route, from: ipv6Prefix(route.prefix) }))
    .sort((left, right) => order(left.from, right.from))
    .map(({ route }) => route);
}

type Position = ReturnType<typeof ipv6Prefix>;

/** A prefix stands before those within it; `value` of a prefix is its first address. */
function order(left: Position, right: Position): number {
  if (!left || !right || left.value === right.value) return (left?.length ?? 0) - (right?.length ?? 0);
  return left.value < right.value ? -1 : 1;
}
