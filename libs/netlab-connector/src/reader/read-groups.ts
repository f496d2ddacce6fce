import type { Mapping } from '../inspect/mapping';
import { mappingOf, textsOf } from './data';

/** Groups netlab makes for itself, such as `netlab_no_reload`. */
const OF_NETLAB = /^netlab_/;

/** Names the groups a node is in, those that hold its groups among them, in the order of the topology; everybody is in `all`. */
export function groupsOf(groups: Mapping): (node: string) => readonly string[] {
  const members = new Map<string, ReadonlySet<string>>();
  for (const name of Object.keys(groups)) {
    if (!OF_NETLAB.test(name)) members.set(name, allMembers(groups, name));
  }
  return (node) => [...members].flatMap(([name, nodes]) => (name === 'all' || nodes.has(node) ? [name] : []));
}

/** Members of the group and of the groups in it; netlab refuses groups that hold themselves, this one stands them. */
function allMembers(groups: Mapping, group: string): ReadonlySet<string> {
  const seen = new Set([group]);
  for (const name of seen) {
    for (const member of textsOf(mappingOf(groups[name])['members'])) seen.add(member);
  }
  return seen;
}
