import { knownDevices } from '../devices/known-devices';
import { MODULES, PROVIDERS } from '../reader/known-keys';
import { ADDRESS_KEYS } from './address-rules';
import { MODULE_RULES } from './link-rules';
import { nodeName } from './name-kinds';
import { listOf, mapOf, namesOf, scalar, type Rule, type Table } from './rule';
import * as is from './scalar-kind';
import { vlanRule, vrfRule } from './vlan-vrf-rules';

/** A device type. */
export const deviceRule: Rule = scalar(is.named('a known device type', knownDevices));
/** One module or several. */
export const moduleList: Rule = listOf(is.named('a known module', MODULES));
/** A provider. */
export const providerRule: Rule = scalar(is.oneOf(...PROVIDERS));
/** `vlans`, of the topology or of a node. */
export const vlanMap: Rule = namesOf(is.name, () => vlanRule);
/** `vrfs`, of the topology or of a node. */
export const vrfMap: Rule = namesOf(is.name, () => vrfRule);

/** What a node may have, and a group for its members. */
export const NODE_KEYS: Table = {
  ...MODULE_RULES,
  ...{ device: deviceRule, module: moduleList, provider: providerRule, vlans: vlanMap, vrfs: vrfMap },
  id: scalar(is.integer(1, 65535)),
  role: scalar(is.oneOf('router', 'host', 'bridge', 'gateway')),
  mtu: scalar(is.integer(64, 9216)),
  group: listOf(is.name),
  unmanaged: scalar(is.boolean),
  loopback: mapOf({ ...MODULE_RULES, ...ADDRESS_KEYS, pool: scalar(is.name) }, is.boolean),
};

const node = mapOf(NODE_KEYS);

/** `nodes`: names, mappings with a name, or a mapping by name. */
export const nodesRule: Rule = {
  ...namesOf(nodeName, () => node),
  items: () => mapOf({ ...NODE_KEYS, name: scalar(nodeName) }, nodeName),
};
