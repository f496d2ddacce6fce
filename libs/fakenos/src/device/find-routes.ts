import type { DeviceRoute, FakeDevice } from './fake-device';
import { ipv4Contains } from './ipv4-order';
import { ipv4Prefix } from './ipv4-prefix';
import { maskedPrefix } from './masked-prefix';

/**
 * The routes that `show ip route` means by `10.1.0.2`, `10.1.0.0/30` or `10.1.0.0 255.255.255.252`: those of the
 * longest prefix that covers the address, or of just this prefix; several when paths cost the same, none when there is
 * no way. Undefined when the text is neither. With `protocols` only their routes count.
 */
export function findRoutes(
  device: Pick<FakeDevice, 'routes'>,
  text: string,
  { protocols }: { readonly protocols?: readonly DeviceRoute['protocol'][] } = {},
): readonly DeviceRoute[] | undefined {
  const wanted = ipv4Prefix(withLength(text));
  if (!wanted) return undefined;
  const routes = device.routes.filter(({ protocol }) => protocols?.includes(protocol) ?? true);
  const covering = /[\s/]/.test(text)
    ? routes.filter(({ prefix }) => prefix === wanted.prefix)
    : routes.filter(({ prefix }) => ipv4Contains(prefix, wanted.address));
  const longest = Math.max(...covering.map(lengthOf));
  return covering.filter((route) => lengthOf(route) === longest);
}

/** The route by which a packet to this address leaves; undefined when there is none. */
export function bestRoute(device: Pick<FakeDevice, 'routes'>, address: string): DeviceRoute | undefined {
  return findRoutes(device, address)?.[0];
}

/** `10.1.0.0 255.255.255.252` as `10.1.0.0/30`; anything else as it is. */
function withLength(text: string): string {
  const [address = '', mask, ...others] = text.trim().split(/\s+/);
  if (mask === undefined || others.length > 0) return text.trim();
  return maskedPrefix(address, mask) ?? text;
}

function lengthOf({ prefix }: DeviceRoute): number {
  return Number(prefix.split('/')[1] ?? 32);
}
