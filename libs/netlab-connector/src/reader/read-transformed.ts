import type { TopologyModel } from '@remote-lab/topology';
import { isMapping } from '../inspect/mapping';
import { listOf, mappingOf, present, textOf } from './data';
import { groupsOf } from './read-groups';
import { readLinks } from './read-link';
import { readNode } from './read-node';
import { unreadableTopology } from './unreadable-topology';

/**
 * The model of a topology as netlab transformed it: its keys `name`, `provider`, `groups`, `nodes` and `links`, in
 * the shape of `netlab create -o json` or of a snapshot. Nodes with `unmanaged: true` are left out, as nothing starts
 * them; their neighbors know them.
 *
 * @throws NetlabError `netlab_unusable` for what no known release of netlab writes
 */
export function readTransformed(data: unknown): TopologyModel {
  if (!isMapping(data) || !isMapping(data['nodes'])) throw unreadableTopology('nodes', data, 'a mapping');
  const { name, provider, groups, nodes, links } = data;
  const managed = Object.entries(mappingOf(nodes)).filter(
    ([, node]) => mappingOf(node)['unmanaged'] !== true,
  );
  const groupsOfNode = groupsOf(mappingOf(groups));
  const names = new Set(managed.map(([node]) => node));
  return {
    ...present({ name: textOf(name), provider: textOf(provider) }),
    nodes: managed.map(([node, values]) => readNode(node, values, groupsOfNode(node))),
    links: readLinks(listOf(links), names, textOf(name) ?? 'lab'),
  };
}
