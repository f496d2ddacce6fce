import { integer, ipv4, ipv6, mac, name, oneOf, boolean } from './scalar-kind';
import { mapOf, scalar, type Rule, type Table } from './rule';

const allocation = scalar(oneOf('p2p', 'sequential', 'id_based'));

/** Counts from the end of the prefix when it is negative. */
const position = integer(-65536, 4294967295);

/** An address of an interface: also the position in the prefix, whether there is one, or who gives it. */
export const ADDRESS_KEYS: Table = {
  ipv4: scalar(ipv4, boolean, position, oneOf('dhcp')),
  ipv6: scalar(ipv6, boolean, position, oneOf('dhcp')),
};

/** The prefix of a link: one prefix, the name of one, one for each family, or none. */
export const linkPrefix: Rule = mapOf(
  { ipv4: scalar(ipv4, boolean), ipv6: scalar(ipv6, boolean), allocation },
  ipv4,
  ipv6,
  name,
  boolean,
);

/** An entry of `prefix:` at the top. */
export const namedPrefix: Rule = mapOf(
  { ipv4: scalar(ipv4), ipv6: scalar(ipv6), allocation, pool: scalar(name) },
  ipv4,
  ipv6,
);

/** An entry of `addressing:`. */
export const addressPool: Rule = mapOf({
  ...{ ipv4: scalar(ipv4, boolean), ipv6: scalar(ipv6, boolean), allocation, mac: scalar(mac) },
  start: scalar(integer(0, 4294967295)),
  prefix: scalar(integer(1, 32)),
  prefix6: scalar(integer(1, 128)),
  unnumbered: scalar(boolean),
});
