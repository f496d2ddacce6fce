/** Address families by the names netlab uses for them. */
export type Family = 'ipv4' | 'ipv6';

/** Both families, in netlab's order. */
export const FAMILIES: readonly Family[] = ['ipv4', 'ipv6'];

/** An address with the length of its prefix: `10.1.0.1/30`. */
export interface IpInterface {
  readonly family: Family;
  readonly address: bigint;
  readonly prefixLength: number;
}

/** A prefix: an {@link IpInterface} whose address has no host bits. */
export type IpNetwork = IpInterface;

/** Bits of an address: 32 or 128. */
export function addressBits(family: Family): number {
  return family === 'ipv4' ? 32 : 128;
}

/** Reads `10.1.0.1/30`, `10.1.0.1` (then `/32`) or the IPv6 forms; undefined when the text is neither. */
export function parseInterface(text: string): IpInterface | undefined {
  const [host = '', length, ...rest] = text.split('/');
  const family: Family = host.includes(':') ? 'ipv6' : 'ipv4';
  const address = family === 'ipv4' ? parseIpv4(host) : parseIpv6(host);
  if (address === undefined || rest.length > 0) return undefined;
  if (length === undefined) return { family, address, prefixLength: addressBits(family) };
  if (!/^\d{1,3}$/.test(length) || Number(length) > addressBits(family)) return undefined;
  return { family, address, prefixLength: Number(length) };
}

/** Reads a prefix; undefined when the text is none or its address has host bits. */
export function parseNetwork(text: string): IpNetwork | undefined {
  const parsed = parseInterface(text);
  if (parsed === undefined) return undefined;
  return parsed.address % networkSize(parsed) === 0n ? parsed : undefined;
}

/** How many addresses a prefix of this length holds. */
export function networkSize(network: IpInterface): bigint {
  return 1n << BigInt(addressBits(network.family) - network.prefixLength);
}

/** The first address of the prefix an address lies in. */
export function networkAddress(ip: IpInterface): bigint {
  return ip.address - (ip.address % networkSize(ip));
}

/** `10.1.0.1/30`, in the shortest form. */
export function formatInterface(ip: IpInterface): string {
  return `${formatAddress(ip.family, ip.address)}/${ip.prefixLength}`;
}

/** The n-th address of a prefix with the prefix's length, counted from its end when negative; undefined outside it. */
export function hostAt(network: IpNetwork, index: number): IpInterface | undefined {
  if (!Number.isSafeInteger(index)) return undefined;
  const size = networkSize(network);
  const offset = index < 0 ? size + BigInt(index) : BigInt(index);
  if (offset < 0n || offset >= size) return undefined;
  return { ...network, address: network.address + offset };
}

/** Text of an address without prefix length; IPv6 as RFC 5952 wants it. */
export function formatAddress(family: Family, address: bigint): string {
  if (family === 'ipv4') return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 0xffn).join('.');
  const words = Array.from({ length: 8 }, (_, i) => Number((address >> BigInt(112 - 16 * i)) & 0xffffn));
  let [bestStart, bestLength] = [-1, 1];
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (start + length < 8 && words[start + length] === 0) length += 1;
    if (length > bestLength) [bestStart, bestLength] = [start, length];
  }
  const hex = (part: number[]): string => part.map((word) => word.toString(16)).join(':');
  if (bestStart < 0) return hex(words);
  return `${hex(words.slice(0, bestStart))}::${hex(words.slice(bestStart + bestLength))}`;
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || /\..*:/.test(text)) return undefined;
  const words = halves.map((half) => (half === '' ? [] : half.split(':')).flatMap(toWords));
  const [head = [], tail = []] = words;
  if (![...head, ...tail].every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const all = [...head, ...Array<string>(missing).fill('0'), ...tail];
  return all.reduce((value, word) => value * 65536n + BigInt(`0x${word}`), 0n);
}

/** The last part of an IPv6 address may be written as IPv4. */
function toWords(part: string): string[] {
  if (!part.includes('.')) return [part];
  const value = parseIpv4(part);
  return value === undefined ? ['?'] : [(value >> 16n).toString(16), (value & 0xffffn).toString(16)];
}
