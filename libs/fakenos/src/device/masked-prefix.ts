import { ipv4Prefix } from './ipv4-prefix';

const lengthOf: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 33 }, (_, bits) => [ipv4Prefix(`0.0.0.0/${bits}`)?.mask ?? '', bits]),
);

/** `10.1.0.1` and `255.255.255.252` as `10.1.0.1/30`; undefined when the two are no address with its mask. */
export function maskedPrefix(address: string | undefined, mask: string | undefined): string | undefined {
  const own = ipv4Prefix(address);
  if (!own || own.address !== address || mask === undefined) return undefined;
  const length = lengthOf.get(mask);
  return length === undefined ? undefined : `${own.address}/${length}`;
}
