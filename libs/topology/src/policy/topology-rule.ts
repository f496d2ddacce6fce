import { addressPool, namedPrefix } from './address-rules';
import { MODULE_RULES, linkList } from './link-rules';
import { groupName, memberName, poolName } from './name-kinds';
import { NODE_KEYS, deviceRule, moduleList, nodesRule, providerRule, vlanMap, vrfMap } from './node-rules';
import { mapOf, namesOf, scalar, type Rule } from './rule';
import * as is from './scalar-kind';

const autoCreate = scalar(is.boolean);

const group: Rule = {
  ...mapOf({
    ...{ ...NODE_KEYS, _auto_create: autoCreate, type: scalar(is.oneOf('node')) },
    members: { scalars: [memberName], items: () => scalar(memberName) },
    node_data: mapOf(NODE_KEYS),
  }),
  items: () => scalar(memberName),
};

const defaults: Rule = {
  ...mapOf({ device: deviceRule, provider: providerRule }),
  why: 'of the defaults only "device" and "provider" are plain data, others are commands, templates, formats and file names',
};

/** The whole of what a topology may say under the policy `restricted`. */
export const TOPOLOGY_RULE: Rule = mapOf({
  ...MODULE_RULES,
  ...{ provider: providerRule, module: moduleList, defaults, nodes: nodesRule, links: linkList },
  ...{ vlans: vlanMap, vrfs: vrfMap, name: scalar(is.name), version: scalar(is.versionRange) },
  groups: { ...namesOf(groupName, () => group), keys: () => ({ _auto_create: autoCreate }) },
  addressing: namesOf(poolName, () => addressPool),
  prefix: namesOf(is.name, () => namedPrefix),
});
