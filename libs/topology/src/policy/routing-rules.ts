import { ADDRESS_KEYS } from './address-rules';
import { listOf, mapOf, namesOf, scalar, type Rule, type Table } from './rule';
import {
  asNumber,
  numberPattern,
  boolean,
  colonId,
  integer,
  ipv4,
  ipv6,
  label,
  name,
  oneOf,
  type ScalarKind,
} from './scalar-kind';

const LARGE = 4294967295;
const communityWord = oneOf('no-export', 'no-advertise', 'local-as', 'no-peer', 'internet', 'none');
const communities = listOf(colonId, communityWord);
const names3: Table = { standard: scalar(name), extended: scalar(name), large: scalar(name) };
const values3: Table = { standard: communities, extended: communities, large: communities };
const families: Rule = mapOf(
  { ipv4: scalar(integer(0, 32)), ipv6: scalar(integer(0, 128)) },
  integer(0, 128),
);

/** A list of entries, or one of them. */
function entries(keys: Table, ...kinds: readonly ScalarKind[]): Rule {
  const entry = mapOf(keys, ...kinds);
  return { ...entry, items: () => entry };
}

const ORDER: Table = {
  action: scalar(oneOf('permit', 'deny')),
  sequence: scalar(integer(1, 32767)),
};

const SET: Table = {
  locpref: scalar(integer(0, LARGE)),
  med: scalar(integer(0, 32767)),
  weight: scalar(integer(0, 65535)),
  prepend: mapOf(
    { count: scalar(integer(1, 32)), path: scalar(numberPattern) },
    integer(1, 32),
    numberPattern,
  ),
  community: {
    ...mapOf({ ...values3, append: scalar(boolean), delete: scalar(boolean) }, colonId, communityWord),
    items: () => communities,
  },
};

const MATCH: Table = {
  prefix: scalar(name),
  nexthop: scalar(name),
  aspath: scalar(name),
  community: mapOf(names3, name),
};

const policy = entries({
  ...ORDER,
  // netlab moves these into "set" and "match" by itself.
  ...{
    locpref: scalar(integer(0, LARGE)),
    med: scalar(integer(0, 32767)),
    weight: scalar(integer(0, 65535)),
  },
  ...{
    prepend: SET['prepend'] ?? scalar(),
    prefix: scalar(name),
    nexthop: scalar(name),
    aspath: scalar(name),
  },
  set: mapOf(SET),
  match: mapOf(MATCH),
  delete: mapOf({ community: mapOf({ ...values3, list: mapOf(names3) }, colonId) }),
});

const prefix = entries(
  { ...ORDER, pool: scalar(name), prefix: scalar(name), min: families, max: families, ...ADDRESS_KEYS },
  ipv4,
  ipv6,
);

const aspath = entries({ ...ORDER, path: listOf(asNumber, numberPattern) }, asNumber, numberPattern);

const communityValue = listOf(colonId, numberPattern, communityWord);
const communityEntry = entries(
  { ...ORDER, path: communityValue, list: communityValue, regexp: scalar(numberPattern) },
  ...communityValue.scalars,
);
const community: Rule = {
  ...mapOf(
    { type: scalar(oneOf('standard', 'extended', 'large')), value: communityEntry },
    ...communityValue.scalars,
  ),
  items: () => communityEntry,
};

const staticRoute = entries({
  ...{ ipv4: scalar(ipv4), ipv6: scalar(ipv6), prefix: scalar(name), node: scalar(name), pool: scalar(name) },
  ...{ vrf: scalar(name), include: scalar(name) },
  nexthop: mapOf({
    ...{ node: scalar(name), ipv4: scalar(ipv4), ipv6: scalar(ipv6), vrf: scalar(name) },
    ...{ discard: scalar(boolean), gateway: scalar(boolean), link: scalar(label) },
  }),
});

/** Settings of the module `routing`: policies, the lists they use, static routes. */
export const ROUTING: Table = {
  policy: namesOf(name, () => policy),
  prefix: namesOf(name, () => prefix),
  aspath: namesOf(name, () => aspath),
  community: namesOf(name, () => community),
  static: { ...namesOf(name, () => staticRoute), items: () => staticRoute },
};
