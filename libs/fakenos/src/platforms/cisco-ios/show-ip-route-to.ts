import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { findRoutes } from '../../device/find-routes';
import type { CommandCall, CommandOutcome } from '../../engine/platform';
import { routeAge } from '../text/duration-words';
import { classfulNetwork } from './show-ip-route';

/** `show ip route 10.1.0.2`, `… 10.1.0.0/30` or `… 10.1.0.0 255.255.255.252`: one entry, path by path. */
export function showIpRouteTo({ device, args }: CommandCall): CommandOutcome {
  const { address = '', mask } = args;
  const routes = findRoutes(device, mask === undefined ? address : `${address} ${mask}`);
  if (!routes) return { unknown: mask ?? address };
  const [first] = routes;
  if (!first) {
    const network = classfulNetwork(address);
    const known = device.routes.some(({ prefix }) => classfulNetwork(prefix) === network);
    return known ? '% Subnet not in table\n' : '% Network not in table\n';
  }
  const age = routeAge(device.uptimeMs());
  return [
    `Routing entry for ${first.prefix}`,
    `  Known via ${source(first)}`,
    ...(first.protocol === 'ospf'
      ? [`  Last update from ${first.nextHop ?? ''} on ${first.interfaceName}, ${age} ago`]
      : []),
    '  Routing Descriptor Blocks:',
    ...routes.flatMap((route, index) => [
      `  ${index === 0 ? '*' : ' '} ${path(device, route)}`,
      `      Route metric is ${route.metric}, traffic share count is 1`,
    ]),
  ].join('\n');
}

function source({ protocol, distance, metric }: DeviceRoute): string {
  const cost = `distance ${distance}, metric ${metric}`;
  switch (protocol) {
    case 'ospf':
      return `"ospf 1", ${cost}, type intra area`;
    case 'static':
      return `"static", ${cost}`;
    case 'connected':
      return `"connected", ${cost} (connected, via interface)`;
    case 'local':
      return `"connected", ${cost} (connected)`;
  }
}

function path(device: FakeDevice, { nextHop, advertisedBy, interfaceName }: DeviceRoute): string {
  if (nextHop === undefined) return `directly connected, via ${interfaceName}`;
  if (advertisedBy === undefined) return nextHop;
  return `${nextHop}, from ${advertisedBy}, ${routeAge(device.uptimeMs())} ago, via ${interfaceName}`;
}
