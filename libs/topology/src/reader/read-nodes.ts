import { emptyMap, isMap, typeName, type Data, type DataMap, type Place } from '../yaml/data';
import { checkKeys } from './check-keys';
import { reportKey, reportValue, type Draft, type NodeDraft } from './draft';
import { MAX_NAME_LENGTH, isIdentifier } from './identifiers';
import { NODE_KEYS } from './known-keys';
import { MAX_NODES, refuseMoreThan } from './limits';

const RULE = `a node name begins with a letter or _, has only letters, digits, _ and -, and at most ${MAX_NAME_LENGTH} characters`;

/** Reads `nodes:` in any of its forms: list of names, list of mappings with `name`, or mapping. */
export function readNodes(draft: Draft, container: DataMap, path: string): Map<string, NodeDraft> {
  const nodes = new Map<string, NodeDraft>();
  const value = container['nodes'] ?? null;
  if (value === null) return nodes;
  const names = typeof value === 'object' ? Object.keys(value) : [];
  const excess = names[MAX_NODES];
  if (excess !== undefined && typeof value === 'object')
    refuseMoreThan(draft, MAX_NODES, names.length, 'nodes', draft.places.ofKey(value, excess), path);
  if (isMap(value)) {
    for (const name of names) {
      addNode(
        draft,
        nodes,
        name,
        value[name] ?? null,
        draft.places.ofKey(value, name),
        `${path}.${name}`,
        () =>
          reportValue(
            draft,
            value,
            name,
            `${path}.${name}`,
            `must be a mapping of node attributes, not ${typeName(value[name])}`,
          ),
      );
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => readListedNode(draft, nodes, value, item, index, path));
  } else {
    reportValue(
      draft,
      container,
      'nodes',
      path,
      `must be a list of names or a mapping, not ${typeName(value)}`,
    );
  }
  return nodes;
}

/** A new node without attributes. */
export function emptyNode(name: string, place: Place | undefined): NodeDraft {
  return { name, place, data: emptyMap(), groups: [] };
}

/** Notes a node name that netlab would refuse. */
export function checkNodeName(draft: Draft, name: string, place: Place | undefined, path: string): boolean {
  if (isIdentifier(name)) return true;
  draft.problems.add(place, path, `invalid node name ${JSON.stringify(name)}: ${RULE}`);
  return false;
}

/** Notes attributes no node has, unless the node stands for a component. */
export function checkNodeKeys(draft: Draft): void {
  for (const node of draft.nodes.values()) {
    checkKeys(draft, node.data, NODE_KEYS, 'node', 'node attribute', `nodes.${node.name}`);
  }
}

function readListedNode(
  draft: Draft,
  nodes: Map<string, NodeDraft>,
  list: Data[],
  item: Data,
  index: number,
  path: string,
): void {
  const where = `${path}[${index + 1}]`;
  const name = isMap(item) ? item['name'] : item;
  if (typeof name !== 'string') {
    const message = isMap(item) ? 'the node has no "name"' : `must be a node name, not ${typeName(item)}`;
    reportValue(draft, list, index, where, message);
    return;
  }
  const place = isMap(item) ? draft.places.ofValue(item, 'name') : draft.places.ofValue(list, index);
  if (nodes.has(name)) draft.problems.add(place, where, `the node ${JSON.stringify(name)} is listed twice`);
  addNode(draft, nodes, name, isMap(item) ? item : null, place, `${path}.${name}`, () => undefined);
}

function addNode(
  draft: Draft,
  nodes: Map<string, NodeDraft>,
  name: string,
  value: Data,
  place: Place | undefined,
  path: string,
  refuse: () => void,
): void {
  if (!checkNodeName(draft, name, place, path)) return;
  if (value !== null && !isMap(value)) refuse();
  const data = isMap(value) ? value : emptyMap();
  const written = data['name'];
  if (written !== undefined && written !== name)
    reportKey(draft, data, 'name', `${path}.name`, 'differs from the name of the node');
  delete data['name'];
  nodes.set(name, { name, place, data, groups: [] });
}
