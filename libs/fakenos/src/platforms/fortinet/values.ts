import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix } from '../../device/ipv6-prefix';
import { maskedPrefix } from '../../device/masked-prefix';

/** Attributes whose values stand in quotes. */
const QUOTED = new Set([
  ...['hostname', 'alias', 'description', 'vdom', 'interface', 'device', 'update-source', 'name', 'comment'],
  ...['comments', 'srcintf', 'dstintf', 'srcaddr', 'dstaddr', 'service', 'schedule', 'passive-interface'],
  ...[
    'member',
    'fqdn',
    'accprofile',
    'contact-info',
    'location',
    'server',
    'route-map',
    'associated-interface',
  ],
  ...['timezone', 'domain', 'prefix-list-in', 'prefix-list-out', 'route-map-in', 'route-map-out', 'users'],
]);

const WITH_MASK = new Set(['ip', 'prefix', 'dst', 'subnet', 'trusthost1', 'trusthost2']);
const ADDRESSES = new Set(['router-id', 'gateway', 'primary', 'secondary', 'start-ip', 'end-ip']);
const NUMBERS = new Set(['mtu', 'cost', 'as', 'remote-as', 'vlanid', 'distance', 'priority', 'admintimeout']);
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  output: ['standard', 'more'],
  'mtu-override': ['enable', 'disable'],
};

/** The words of a line's end, with or without quotes, without them. */
export function valueWords(text: string): readonly string[] {
  return [...text.matchAll(/"((?:\\.|[^"\\])*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double?.replace(/\\(.)/g, '$1') ?? single ?? plain ?? '',
  );
}

/** A word in quotes. */
export function quoted(word: string): string {
  return `"${word.replace(/["\\]/g, '\\$&')}"`;
}

/** `"port1"` as `port1`. */
export function unquoted(text: string): string {
  return valueWords(text)[0] ?? '';
}

/** A value as the configuration shows it; undefined when it makes no sense for this attribute. */
export function canonicalValue(attribute: string, words: readonly string[]): string | undefined {
  const [first = '', second] = words;
  if (words.length === 0) return undefined;
  if (WITH_MASK.has(attribute)) return withMask(first, second);
  if (ADDRESSES.has(attribute)) return ipv4Prefix(first)?.address === first ? first : undefined;
  if (attribute === 'ip6-address') return ipv6Prefix(first) ? first : undefined;
  if (NUMBERS.has(attribute)) return /^\d+$/.test(first) && words.length === 1 ? first : undefined;
  const choices = Object.hasOwn(CHOICES, attribute) ? CHOICES[attribute] : undefined;
  if (choices && !choices.includes(first)) return undefined;
  if (QUOTED.has(attribute)) return words.map(quoted).join(' ');
  return words.map((word) => (/\s/.test(word) || word === '' ? quoted(word) : word)).join(' ');
}

function withMask(address: string, mask: string | undefined): string | undefined {
  const whole = mask === undefined ? address : maskedPrefix(address, mask);
  const own = ipv4Prefix(whole);
  return own && (mask !== undefined || address.includes('/')) ? `${own.address} ${own.mask}` : undefined;
}
