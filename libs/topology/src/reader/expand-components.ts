import { emptyMap, isMap, textOf, type DataMap } from '../yaml/data';
import { reportKey, reportValue, type Draft, type GroupDraft, type LinkDraft, type NodeDraft } from './draft';
import { MAX_NAME_LENGTH, suggestion } from './identifiers';
import { MAX_GROUPS, MAX_NODES, checkLinkCount, refuseMoreThan } from './limits';
import { readLinks, type IsNode } from './read-links';
import { checkNodeName, readNodes } from './read-nodes';

const MAX_DEPTH = 8;

interface Component {
  readonly data: DataMap;
  readonly nodes: Map<string, NodeDraft>;
  readonly links: readonly LinkDraft[];
}

/** The names on links that are nodes: known ones, and those below a node that includes a component. */
export function nodeNames(nodes: ReadonlyMap<string, NodeDraft>): IsNode {
  const including = new Set(
    [...nodes.values()].filter((node) => 'include' in node.data).map((node) => node.name),
  );
  const isInside = (name: string): boolean => {
    if (including.size === 0 || name.length > MAX_NAME_LENGTH) return false;
    return [...name].some((char, index) => char === '_' && including.has(name.slice(0, index)));
  };
  return (name) => nodes.has(name) || isInside(name);
}

/** Replaces every node with `include: <component>` by the component's nodes and links, `<node>_<name>` each. */
export function expandComponents(draft: Draft): void {
  const components = readComponents(draft);
  for (const node of [...draft.nodes.values()]) {
    if (!('include' in node.data)) continue;
    draft.nodes.delete(node.name);
    include(draft, components, node.name, node, 0);
  }
  if (components.size === 0) return;
  for (const link of [...draft.links, ...draft.moduleLinks]) {
    for (const end of link.ends) {
      if (draft.nodes.has(end.node)) continue;
      const message = `unknown node ${JSON.stringify(end.node)}${suggestion(end.node, draft.nodes.keys())}`;
      draft.problems.add(end.place, link.path, message);
    }
  }
}

function readComponents(draft: Draft): Map<string, Component> {
  const components = new Map<string, Component>();
  const all = draft.root['components'] ?? null;
  if (all === null) return components;
  if (!isMap(all)) {
    reportValue(draft, draft.root, 'components', 'components', 'must be a mapping of components');
    return components;
  }
  for (const [name, value] of Object.entries(all)) {
    const path = `components.${name}`;
    if (value !== null && !isMap(value)) {
      reportValue(draft, all, name, path, 'must be a mapping with nodes and links');
      continue;
    }
    const data = value ?? emptyMap();
    const nodes = readNodes(draft, data, `${path}.nodes`);
    const links = readLinks(draft, data, `${path}.links`, nodeNames(nodes));
    components.set(name, { data, nodes, links });
  }
  return components;
}

function include(
  draft: Draft,
  components: Map<string, Component>,
  name: string,
  node: NodeDraft,
  depth: number,
): void {
  const wanted = node.data['include'] ?? null;
  const component = typeof wanted === 'string' ? components.get(wanted) : undefined;
  const path = `nodes.${node.name}.include`;
  if (component === undefined) {
    const known = suggestion(textOf(wanted), components.keys());
    reportValue(draft, node.data, 'include', path, `there is no component ${JSON.stringify(wanted)}${known}`);
    return;
  }
  refuseMoreThan(draft, MAX_NODES, draft.nodes.size, 'nodes', node.place, path);
  refuseMoreThan(draft, MAX_GROUPS, draft.groups.size, 'included components', node.place, path);
  checkLinkCount(draft, draft.links, component.links.length);
  if (depth > MAX_DEPTH) {
    reportKey(draft, node.data, 'include', path, 'components include each other without end');
    return;
  }
  const members: string[] = [];
  for (const inner of component.nodes.values()) {
    const full = `${name}_${inner.name}`;
    if (!checkNodeName(draft, full, node.place, `nodes.${full}`)) continue;
    if ('include' in inner.data) {
      members.push(`inc_${full}`);
      include(draft, components, full, inner, depth + 1);
    } else if (draft.nodes.has(full)) {
      draft.problems.add(node.place, path, `the component brings a node ${full}, but there is one already`);
    } else {
      members.push(full);
      draft.nodes.set(full, {
        name: full,
        place: inner.place,
        data: draft.places.copy(inner.data),
        groups: [],
      });
    }
  }
  for (const link of component.links) {
    const ends = link.ends.map((end) => ({
      ...end,
      node: `${name}_${end.node}`,
      data: draft.places.copy(end.data),
    }));
    draft.links.push({
      path: `${name}_${link.path}`,
      place: link.place,
      data: draft.places.copy(link.data),
      ends,
    });
  }
  draft.groups.set(`inc_${name}`, includedGroup(draft, name, node, component, members));
}

/** What the component and the including node say about all of its nodes. */
function includedGroup(
  draft: Draft,
  name: string,
  node: NodeDraft,
  component: Component,
  members: string[],
): GroupDraft {
  const data = draft.places.merge(component.data, node.data);
  for (const key of ['nodes', 'links', 'include', 'interfaces']) delete data[key];
  return { name: `inc_${name}`, place: node.place, data, members, type: 'node', isDefault: true };
}
