import { ADDRESS_KEYS, linkPrefix } from './address-rules';
import { PLAIN_MODULE_RULES, VLAN, settings } from './module-rules';
import { mapOf, scalar, type Rule, type Table } from './rule';
import * as is from './scalar-kind';
import { LAG } from './switching-rules';

const yes = scalar(is.boolean);
const number = scalar(is.integer(0, 4294967295));

const quality: Rule = mapOf({
  ...{ delay: scalar(is.duration), jitter: scalar(is.duration), loss: scalar(is.decimal) },
  ...{ corrupt: scalar(is.decimal), duplicate: scalar(is.decimal), reorder: scalar(is.decimal) },
  rate: scalar(is.integer(1, 4294967295)),
});

const advertisements: Rule = mapOf({
  ...{ disable: yes, slaac: yes, onlink: yes, dhcp: scalar(is.oneOf('all', 'other')) },
});

const LINK: Table = {
  ...{ bandwidth: number, disable: yes, shutdown: yes, unnumbered: yes, tc: quality, ra: advertisements },
  ...{ name: scalar(is.label), role: scalar(is.name), pool: scalar(is.name), prefix: linkPrefix },
  type: scalar(is.oneOf('lan', 'p2p', 'stub', 'loopback', 'tunnel', 'lag', 'vlan_member')),
  mtu: scalar(is.integer(64, 9216)),
};

const INTERFACE: Table = {
  ...{ ...ADDRESS_KEYS, node: scalar(is.name), ifname: scalar(is.interfaceName) },
  ifindex: scalar(is.integer(0, 60000)),
};

/** What a node has on a link. */
const interfaceRule: Rule = { scalars: [], keys: () => INTERFACE_KEYS };

const end: Rule = { ...interfaceRule, scalars: [is.name] };

const link: Rule = {
  scalars: [is.linkText],
  items: () => end,
  keys: () => LINK_OR_GROUP_KEYS,
  names: { kind: is.name, rule: () => interfaceRule, declared: true },
};

/** A list of links, or named lists of links. */
export const linkList: Rule = {
  scalars: [is.linkText],
  items: () => link,
  names: { kind: is.name, rule: () => linkList },
};

const trunk: Rule = {
  scalars: [is.name],
  items: () => scalar(is.name),
  names: { kind: is.name, rule: () => interfaceRule },
};

/**
 * What may be said of every module, at any place where netlab takes settings of modules: what it does not take
 * somewhere it refuses itself. A module that is not here cannot be used.
 */
export const MODULE_RULES: Table = {
  ...PLAIN_MODULE_RULES,
  vlan: settings({ ...VLAN, trunk }),
  lag: settings({ ...LAG, members: { scalars: [is.linkText], items: () => link } }),
};

/** What a link may have besides its nodes; VLANs and VRFs say it of the links they make. */
export const LINK_KEYS: Table = { ...MODULE_RULES, ...LINK };

const INTERFACE_KEYS: Table = { ...LINK_KEYS, ...INTERFACE };

const LINK_OR_GROUP_KEYS: Table = {
  ...LINK_KEYS,
  interfaces: { scalars: [is.name], items: () => end },
  // A link group: what it says is for all of its members.
  group: scalar(is.name),
  members: { scalars: [is.linkText], items: () => link },
};
