import type { DeviceRoute } from '../../device/fake-device';
import { findRoutes } from '../../device/find-routes';
import type { CommandCall, CommandOutcome } from '../../engine/platform';
import { routeAge } from '../text/duration-words';

/** `show ip route 10.1.0.2` or `… 10.1.0.0/30`: what each protocol knows of it, the route in use marked. */
export function showIpRouteTo({ device, args }: CommandCall): CommandOutcome {
  const { address = '' } = args;
  const routes = findRoutes(device, address);
  if (!routes) return { unknown: address };
  const [first] = routes;
  if (!first) return '% Network not in table';

  const age = routeAge(device.uptimeMs());
  const own = device.interfaces.find(({ name }) => name === first.interfaceName);
  const inOspf = first.protocol === 'connected' && own?.ospfArea !== undefined;
  return [
    ...(inOspf
      ? entry({ ...first, protocol: 'ospf', distance: 110, metric: own.ospfCost ?? 0 }, [first], false, age)
      : []),
    ...entry(first, routes, true, age),
    '',
  ].join('\n');
}

function entry(
  { prefix, protocol, distance, metric }: DeviceRoute,
  paths: readonly DeviceRoute[],
  best: boolean,
  age: string,
): string[] {
  return [
    `Routing entry for ${prefix}`,
    `  Known via "${protocol}", distance ${distance}, metric ${metric}${best ? ', best' : ''}`,
    `  Last update ${age} ago`,
    ...paths.map(({ nextHop, interfaceName }) => {
      const way =
        nextHop === undefined ? `directly connected, ${interfaceName}` : `${nextHop}, via ${interfaceName}`;
      return `  ${best ? '*' : ' '} ${way}, weight 1`;
    }),
    '',
  ];
}
