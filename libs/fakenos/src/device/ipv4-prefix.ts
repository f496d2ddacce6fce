/** An IPv4 address with its prefix length, and what follows from the two. */
export interface Ipv4Prefix {
  /** The address without its length: `10.1.0.1`. */
  readonly address: string;
  readonly length: number;
  /** The first address of the network: `10.1.0.0`. */
  readonly network: string;
  /** The network in prefix notation: `10.1.0.0/30`. */
  readonly prefix: string;
  readonly broadcast: string;
  /** `255.255.255.252` */
  readonly mask: string;
  /** `0.0.0.3` */
  readonly wildcard: string;
}

/** So many are remembered: tables of routes ask for the same addresses again and again. */
const MOST_KNOWN = 50_000;
const known = new Map<string, Ipv4Prefix | undefined>();

/** Reads `10.1.0.1/30`; an address without length counts as a single host. Undefined for anything else. */
export function ipv4Prefix(text: string | undefined): Ipv4Prefix | undefined {
  if (text === undefined || text.length > '255.255.255.255/32'.length) return undefined;
  const remembered = known.get(text);
  if (remembered !== undefined || known.has(text)) return remembered;
  if (known.size >= MOST_KNOWN) known.clear();
  const prefix = readPrefix(text);
  known.set(text, prefix);
  return prefix;
}

function readPrefix(text: string): Ipv4Prefix | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const octets = match.slice(1, 5).map(Number);
  const length = match[5] === undefined ? 32 : Number(match[5]);
  if (length > 32 || octets.some((octet) => octet > 255)) return undefined;

  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - length);
  const first = Math.floor(address / size) * size;
  return {
    address: dotted(address),
    length,
    network: dotted(first),
    prefix: `${dotted(first)}/${length}`,
    broadcast: dotted(first + size - 1),
    mask: dotted(2 ** 32 - size),
    wildcard: dotted(size - 1),
  };
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
