/** An IPv6 address with its prefix length, and what follows from the two; in the shortest form, lower case. */
export interface Ipv6Prefix {
  /** `2001:db8::1` */
  readonly address: string;
  readonly length: number;
  /** The network in prefix notation: `2001:db8::/64`. */
  readonly prefix: string;
  /** The address as a number, for order. */
  readonly value: bigint;
}

const GROUP_BITS = 16n;
const GROUP_MASK = 0xffffn;

/** Reads `2001:db8::1/64`; an address without length counts as a single host. Undefined for anything else. */
export function ipv6Prefix(text: string | undefined): Ipv6Prefix | undefined {
  const [, address = '', digits] = /^([\da-f:]+)(?:\/(\d{1,3}))?$/i.exec(text ?? '') ?? [];
  const groups = readGroups(address);
  const length = digits === undefined ? 128 : Number(digits);
  if (!groups || length > 128) return undefined;
  const value = groups.reduce((sum, group) => (sum << GROUP_BITS) | BigInt(group), 0n);
  const host = BigInt(128 - length);
  return {
    address: shortest(value),
    length,
    prefix: `${shortest((value >> host) << host)}/${length}`,
    value,
  };
}

/** The address that every interface has on its own link, made of its MAC: `fe80::c8f0:1ff:fe00:2`. */
export function linkLocal(mac: string): string {
  const [first = 0, ...others] = mac.split(':').map((byte) => Number.parseInt(byte, 16));
  const bytes = [first ^ 2, ...others.slice(0, 2), 0xff, 0xfe, ...others.slice(2)];
  const identifier = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return shortest((0xfe80n << 112n) | identifier);
}

function readGroups(address: string): readonly number[] | undefined {
  const [head = '', tail, ...others] = address.split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const missing = 8 - before.length - after.length;
  const fits = tail === undefined ? missing === 0 : missing > 0;
  const groups = [...before, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...after];
  if (!fits || others.length > 0 || !groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16));
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

/** Without leading zeros, the longest run of two zero groups or more as `::`. */
function shortest(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number((value >> (GROUP_BITS * BigInt(7 - index))) & GROUP_MASK).toString(16),
  );
  let from = -1;
  let longest = 1;
  for (const start of groups.keys()) {
    const stop = groups.findIndex((group, index) => index >= start && group !== '0');
    const run = (stop === -1 ? 8 : stop) - start;
    if (run > longest) [from, longest] = [start, run];
  }
  if (from === -1) return groups.join(':');
  return `${groups.slice(0, from).join(':')}::${groups.slice(from + longest).join(':')}`;
}
