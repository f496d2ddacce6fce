import { emptyMap, isMap, textOf, type Data, type DataMap } from '../yaml/data';
import { readNames, reportValue, type Draft, type LinkDraft, type NodeDraft } from './draft';
import { MAX_NODES, checkLinkCount, refuseMoreThan } from './limits';
import { checkNodeName, emptyNode } from './read-nodes';

/** Leafs, and spines, of a fabric. */
const MAX_LAYER = 100;
/** A longer string is text, no pattern. */
const MAX_PATTERN_LENGTH = 200;

/** Creates the nodes and links of `plugin: [ fabric ]`: every leaf linked to every spine. */
export function expandFabric(draft: Draft): void {
  const fabric = draft.root['fabric'] ?? null;
  if (!isMap(fabric) || !readNames(draft, draft.root, 'plugin', 'plugin').includes('fabric')) return;
  const layers = (['leaf', 'spine'] as const).map((layer) => createLayer(draft, fabric, layer));
  const [leafs = [], spines = []] = layers;
  const shared = isMap(fabric['link']) ? fabric['link'] : emptyMap();
  const links: LinkDraft[] = [];
  for (const leaf of leafs) {
    for (const spine of spines) {
      const ends = [leaf, spine].map((node) => ({ node: node.name, place: node.place, data: emptyMap() }));
      links.push({
        path: `fabric[${links.length + 1}]`,
        place: leaf.place,
        data: draft.places.copy(shared),
        ends,
      });
    }
  }
  draft.links = [...links, ...draft.links];
  const created = new Set([...leafs, ...spines]);
  const others = [...draft.nodes.values()].filter((node) => !created.has(node));
  draft.nodes.clear();
  for (const node of [...leafs, ...spines, ...others]) draft.nodes.set(node.name, node);
}

function createLayer(draft: Draft, fabric: DataMap, layer: 'leaf' | 'spine'): NodeDraft[] {
  const count = fabric[`${layer}s`];
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > MAX_LAYER) {
    const tooMany = typeof count === 'number' && count > MAX_LAYER;
    const message = tooMany
      ? `${count} ${layer} nodes are too many; at most ${MAX_LAYER}`
      : `must be the number of ${layer} nodes`;
    reportValue(draft, fabric, `${layer}s`, `fabric.${layer}s`, message);
    return [];
  }
  const settings = isMap(fabric[layer]) ? draft.places.copy(fabric[layer]) : emptyMap();
  const { name: pattern = layer === 'leaf' ? 'L{count}' : 'S{count}', group = `${layer}s` } = settings;
  delete settings['name'];
  delete settings['group'];
  const nodes: NodeDraft[] = [];
  for (let index = 1; index <= count; index += 1) {
    const name = fillCount(textOf(pattern), index);
    const place = draft.places.ofKey(fabric, `${layer}s`);
    if (!checkNodeName(draft, name, place, `fabric.${layer}.name`)) return [];
    const node = emptyNode(name, place);
    const written = draft.nodes.get(name);
    node.data = draft.places.merge(perNode(settings, index), written?.data ?? emptyMap());
    draft.nodes.set(name, node);
    nodes.push(node);
  }
  const existing = draft.groups.get(textOf(group));
  const shared = withoutPatterns(settings);
  draft.groups.set(textOf(group), {
    name: textOf(group),
    place: existing?.place ?? draft.places.ofKey(fabric, `${layer}s`),
    data: draft.places.merge(shared, existing?.data ?? emptyMap()),
    members: [...new Set([...(existing?.members ?? []), ...nodes.map((node) => node.name)])].sort(),
    type: 'node',
    isDefault: false,
  });
  return nodes;
}

/** `{count}`, `{count+10}`, `{65000 + count}` and the like; anything else stays as it is written: nothing is evaluated. */
function fillCount(pattern: string, count: number): string {
  if (pattern.length > MAX_PATTERN_LENGTH) return pattern;
  return pattern.replace(
    /\{\s*(?:(\d+)\s*([+*-])\s*)?count\s*(?:([+*-])\s*(\d+)\s*)?\}/g,
    (_, left, before, after, right) => {
      let value = count;
      if (typeof left === 'string') value = calculate(Number(left), String(before), value);
      if (typeof right === 'string') value = calculate(value, String(after), Number(right));
      return String(value);
    },
  );
}

function calculate(left: number, operator: string, right: number): number {
  if (operator === '*') return left * right;
  return operator === '+' ? left + right : left - right;
}

function perNode(settings: DataMap, count: number): DataMap {
  const result = emptyMap();
  for (const [key, value] of Object.entries(settings)) {
    if (isMap(value)) {
      const inner = perNode(value, count);
      if (Object.keys(inner).length > 0) result[key] = inner;
    } else if (typeof value === 'string' && value.includes('{')) {
      const filled = fillCount(value, count);
      result[key] = /^-?\d+$/.test(filled) ? Number(filled) : filled;
    }
  }
  return result;
}

function withoutPatterns(settings: DataMap): DataMap {
  const result = emptyMap();
  const isPattern = (value: Data): boolean => typeof value === 'string' && value.includes('{');
  for (const [key, value] of Object.entries(settings)) {
    if (!isPattern(value)) result[key] = isMap(value) ? withoutPatterns(value) : value;
  }
  return result;
}

/** Replaces every node with `clone: { count: n }` by its clones (plugin `node.clone`), with its links and groups. */
export function expandClones(draft: Draft): void {
  if (!readNames(draft, draft.root, 'plugin', 'plugin').includes('node.clone')) return;
  for (const node of [...draft.nodes.values()]) if ('clone' in node.data) cloneNode(draft, node);
}

function cloneNode(draft: Draft, node: NodeDraft): void {
  const path = `nodes.${node.name}.clone`;
  const settings = node.data['clone'] ?? null;
  const number = (key: string, fallback?: number): number | undefined => {
    const value = isMap(settings) ? (settings[key] ?? fallback) : fallback;
    if (typeof value === 'number' && value > MAX_NODES && isMap(settings))
      draft.problems.refuse(
        draft.places.ofValue(settings, key),
        `${path}.${key}`,
        `${value} is too large; at most ${MAX_NODES}`,
      );
    return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
  };
  const [count, start, step] = [number('count'), number('start', 1), number('step', 1)];
  if (count === undefined || start === undefined || step === undefined) {
    reportValue(
      draft,
      node.data,
      'clone',
      path,
      'needs a "count"; count, start and step are positive numbers',
    );
    return;
  }
  refuseMoreThan(draft, MAX_NODES, draft.nodes.size - 1 + count, 'nodes', node.place, path);
  const data = draft.places.copy(node.data);
  delete data['clone'];
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const number = start + index * step;
    const name = `${node.name.slice(0, 13)}-${String(number).padStart(2, '0')}`;
    if (!checkNodeName(draft, name, node.place, path)) return;
    const clone = emptyNode(name, node.place);
    clone.data = draft.places.merge(data, draft.nodes.get(name)?.data ?? emptyMap());
    if (typeof data['id'] === 'number') clone.data['id'] = data['id'] + number - 1;
    draft.nodes.set(name, clone);
    names.push(name);
  }
  cloneLinks(draft, node.name, names);
  for (const group of draft.groups.values()) {
    if (group.members.includes(node.name)) {
      group.members = [...group.members.filter((member) => member !== node.name), ...names];
    }
  }
  draft.nodes.delete(node.name);
}

function cloneLinks(draft: Draft, original: string, clones: readonly string[]): void {
  draft.links = withClones(draft, draft.links, original, clones);
  draft.moduleLinks = withClones(draft, draft.moduleLinks, original, clones);
}

function withClones(
  draft: Draft,
  links: readonly LinkDraft[],
  original: string,
  clones: readonly string[],
): LinkDraft[] {
  const [kept, affected]: [LinkDraft[], LinkDraft[]] = [[], []];
  for (const link of links) (link.ends.some((end) => end.node === original) ? affected : kept).push(link);
  checkLinkCount(draft, links, affected.length * (clones.length - 1));
  const cloned = affected.flatMap((link) =>
    clones.map((clone, index) => cloneLink(draft, link, original, clone, index)),
  );
  return [...kept, ...cloned];
}

function cloneLink(draft: Draft, link: LinkDraft, original: string, clone: string, index: number): LinkDraft {
  const ends = link.ends.map((end) => {
    const data = draft.places.copy(end.data);
    if (end.node === original) return { ...end, node: clone, data };
    if (typeof data['ifindex'] === 'number') data['ifindex'] += index;
    return { ...end, data };
  });
  return { ...link, data: draft.places.copy(link.data), ends };
}
