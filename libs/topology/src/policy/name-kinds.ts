import { GROUP_KEYS, INTERFACE_KEYS, LINK_KEYS, NODE_KEYS } from '../reader/known-keys';
import { refusedKeys } from './refused-keys';
import { name, namePattern, type ScalarKind } from './scalar-kind';

/** Ends of links that containerlab takes for something of the host, whatever nodes there are. */
const CONTAINERLAB_ENDS = [
  'host',
  'mgmt-net',
  'macvlan',
  'vxlan',
  'vxlan-stitch',
  'dummy',
  'bridge',
  'ovs-bridge',
];
/** Names that mean something of their own in the Ansible inventory that netlab writes. */
const INVENTORY_NAMES = ['localhost', 'ungrouped', 'custom_configs', 'daemons', 'modules', 'unprovisioned'];

const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...[...GROUP_KEYS, ...INTERFACE_KEYS, ...LINK_KEYS, ...NODE_KEYS, ...Object.keys(refusedKeys)],
]);

/** Why a node cannot have a name, although it looks like one. */
function whyNotForNodes(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (CONTAINERLAB_ENDS.includes(lower)) return `"${text}" stands for a part of the lab host in links`;
  if (lower === 'all') return '"all" stands for all nodes';
  if (ATTRIBUTES.has(text))
    return `"${text}" is also the name of an attribute, so links with it can be misread`;
  return whyNotForGroups(text);
}

function whyNotForGroups(text: string): string | undefined {
  if (INVENTORY_NAMES.includes(text.toLowerCase()))
    return `"${text}" has a meaning of its own in the inventory of the lab`;
  return /^(?:ansible|netlab)_/.test(text) ? `"${text}" can be taken for a setting` : undefined;
}

function restricted(kind: ScalarKind, why: (text: string) => string | undefined): ScalarKind {
  return {
    what: kind.what,
    accepts: (text, plain) => kind.accepts(text, plain) && why(text) === undefined,
    why,
  };
}

/** The name of a node. */
export const nodeName = restricted(name, whyNotForNodes);
/** A member of a group: it may become a node. */
export const memberName = restricted(namePattern, whyNotForNodes);
/** The name of a group; `all` and device types are groups that netlab fills. */
export const groupName = restricted(name, whyNotForGroups);
/** The name of an address pool. */
export const poolName = restricted(name, (text) =>
  text === 'mgmt' ? "the management network is the lab host's" : undefined,
);
