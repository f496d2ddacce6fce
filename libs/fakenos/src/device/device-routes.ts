import type { DeviceInterface, DeviceRoute } from './fake-device';
import { ipv4Number } from './ipv4-order';
import { ipv4Prefix } from './ipv4-prefix';

/**
 * The main routing table: what the interfaces give, then what was learnt, sorted by prefix. A learnt route to a
 * connected network is not in it. The management network is a table of its own.
 */
export function deviceRoutes(
  interfaces: readonly DeviceInterface[],
  learnt: readonly DeviceRoute[],
): readonly DeviceRoute[] {
  const own = interfaces.filter(({ kind, linkUp }) => kind !== 'mgmt' && linkUp).flatMap(interfaceRoutes);
  const known = new Set(own.map(({ prefix }) => prefix));
  const routes = [...own, ...learnt.filter(({ prefix }) => !known.has(prefix))];
  return routes
    .map((route) => ({
      route,
      first: ipv4Number(route.prefix),
      length: Number(route.prefix.split('/')[1] ?? 32),
    }))
    .sort((left, right) => left.first - right.first || left.length - right.length)
    .map(({ route }) => route);
}

/** The network of an interface, and its own address where that is not the whole network. */
function interfaceRoutes({ ipv4, name }: DeviceInterface): DeviceRoute[] {
  const address = ipv4Prefix(ipv4);
  if (!address) return [];
  const route = { interfaceName: name, distance: 0, metric: 0 };
  const connected: DeviceRoute = { ...route, prefix: address.prefix, protocol: 'connected' };
  const local: DeviceRoute = { ...route, prefix: `${address.address}/32`, protocol: 'local' };
  return address.length === 32 ? [connected] : [connected, local];
}
