import type { StaticRouteFacts } from '../configuration/config-facts';
import type { DeviceInterface, DeviceRoute } from './fake-device';
import { ipv4Contains } from './ipv4-order';
import { ipv4Prefix } from './ipv4-prefix';

/** Static routes as configured: those whose next hop is on a link that is up. */
export function configuredRoutes(
  routes: readonly StaticRouteFacts[],
  interfaces: readonly DeviceInterface[],
): readonly DeviceRoute[] {
  return routes.flatMap(({ prefix, nextHop }) => {
    const target = ipv4Prefix(prefix);
    const way = interfaces.find(({ ipv4, linkUp, kind }) => {
      const network = ipv4Prefix(ipv4)?.prefix;
      return kind !== 'mgmt' && linkUp && network !== undefined && ipv4Contains(network, nextHop);
    });
    if (!target || !way) return [];
    const route = { prefix: target.prefix, protocol: 'static' as const, interfaceName: way.name, nextHop };
    return [{ ...route, distance: 1, metric: 0 }];
  });
}
