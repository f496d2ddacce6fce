import type { DeviceRoute, FakeDevice } from '../../device/fake-device';

const LETTERS = { connected: 'C', local: 'L', ospf: 'O', static: 'S' } as const;

/** The letter that stands for where a route comes from. */
export function routeLetter({ protocol }: DeviceRoute): string {
  return LETTERS[protocol];
}

/** A line for each route, without those to the device's own addresses. */
export function routeLines(
  { routes }: FakeDevice,
  line: (route: DeviceRoute & { readonly letter: string }) => string,
): readonly string[] {
  return routes
    .filter(({ protocol }) => protocol !== 'local')
    .map((route) => line({ ...route, letter: routeLetter(route) }));
}

/** `C    10.1.0.0/30 is directly connected, eth1` and `O    10.0.0.2/32 [110/11] via 10.1.0.2, eth1`. */
export function ciscoRouteLine({
  letter,
  prefix,
  interfaceName,
  nextHop,
  distance,
  metric,
}: DeviceRoute & { readonly letter: string }): string {
  const start = letter.padEnd(8) + prefix;
  return nextHop === undefined
    ? `${start} is directly connected, ${interfaceName}`
    : `${start} [${distance}/${metric}] via ${nextHop}, ${interfaceName}`;
}
