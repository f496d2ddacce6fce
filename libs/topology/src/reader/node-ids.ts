import { isMap, lookUp } from '../yaml/data';
import { reportValue, type Draft } from './draft';

const DEFAULT_MAX_NODE_ID = 150;

/** Gives every node its id: the one written, or the next that is free. */
export function assignNodeIds(draft: Draft): ReadonlyMap<string, number> {
  const setting = lookUp(draft.defaults, 'const.MAX_NODE_ID');
  const max = typeof setting === 'number' ? setting : DEFAULT_MAX_NODE_ID;
  const ids = new Map<string, number>();
  const owners = new Map<number, string>();
  for (const gateway of gatewayIds(draft)) owners.set(gateway, 'the default gateway');
  for (const node of draft.nodes.values()) {
    const id = node.data['id'] ?? null;
    if (id === null) continue;
    const path = `nodes.${node.name}.id`;
    if (typeof id !== 'number' || !Number.isInteger(id) || id < 1 || id > max) {
      reportValue(
        draft,
        node.data,
        'id',
        path,
        `must be a whole number from 1 to ${max}, not ${JSON.stringify(id)}`,
      );
      continue;
    }
    const owner = owners.get(id);
    if (owner !== undefined)
      reportValue(draft, node.data, 'id', path, `duplicate id ${id}: ${owner} has it already`);
    owners.set(id, node.name);
    ids.set(node.name, id);
  }
  let next = 1;
  for (const node of draft.nodes.values()) {
    if (ids.has(node.name) || (node.data['id'] ?? null) !== null) continue;
    while (owners.has(next)) next += 1;
    if (next > max) {
      draft.problems.add(node.place, `nodes.${node.name}`, `there are more than ${max} nodes`);
      break;
    }
    owners.set(next, node.name);
    ids.set(node.name, next);
  }
  return ids;
}

/** Host numbers of default gateways; no node may have them. */
function gatewayIds(draft: Draft): number[] {
  const vlans = draft.root['vlans'];
  const owners = [
    draft.root,
    ...draft.links.map((link) => link.data),
    ...(isMap(vlans) ? Object.values(vlans) : []),
  ];
  const ids = owners.map((owner) => (isMap(owner) ? lookUp(owner, 'gateway.id') : undefined));
  return ids.filter((id) => typeof id === 'number').filter((id) => id > 0);
}
