import { ADDRESS_KEYS, linkPrefix } from './address-rules';
import { LINK_KEYS, linkList } from './link-rules';
import { mapOf, scalar, type Rule } from './rule';
import * as is from './scalar-kind';
import { VLAN_MODE, routeTargets } from './switching-rules';

/** An entry of `vlans`. */
export const vlanRule: Rule = mapOf({
  ...{ ...LINK_KEYS, ...ADDRESS_KEYS, mode: VLAN_MODE, links: linkList, prefix: linkPrefix },
  id: scalar(is.integer(1, 4095)),
  vni: scalar(is.integer(1, 16777215), is.boolean),
});

/** An entry of `vrfs`. */
export const vrfRule: Rule = mapOf({
  ...{ ...LINK_KEYS, rd: scalar(is.colonId), import: routeTargets, export: routeTargets },
  ...{ links: linkList, id: scalar(is.integer(1, 4294967295)) },
  loopback: mapOf({ ...ADDRESS_KEYS, pool: scalar(is.name) }, is.boolean, is.ipv4, is.ipv6),
});
