import { emptyMap, isMap, typeName, type Data, type DataMap, type Place } from '../yaml/data';
import { reportValue, type Draft, type EndDraft, type LinkDraft } from './draft';
import { isIdentifier, suggestion } from './identifiers';
import { LINK_KEYS } from './known-keys';
import { MAX_LINK_NODES, MAX_LINKS, checkLinkCount, refuseMoreThan } from './limits';

/** A name nodes may have on a link: those of the topology, or those a component will bring. */
export type IsNode = (name: string) => boolean;

/** Links of the topology out of `links:`, in all forms netlab takes; disabled links are left out. */
export function readLinks(draft: Draft, container: DataMap, path: string, isNode: IsNode): LinkDraft[] {
  const links = readLinkList(draft, container, 'links', path, isNode);
  checkLinkCount(draft, links);
  const all: LinkDraft[] = [];
  for (const link of links) {
    const members = expandLinkGroup(draft, link, isNode);
    checkLinkCount(draft, all, members.length);
    all.push(...members);
  }
  return all.filter((link) => link.data['disable'] !== true);
}

/** One link in any form; nothing after noting why it is none. `container[key]` is where it is written. */
export function readLink(
  draft: Draft,
  container: Data[] | DataMap,
  key: string | number,
  path: string,
  isNode: IsNode,
): LinkDraft | undefined {
  const value = Array.isArray(container) ? container[Number(key)] : container[key];
  const place = draft.places.ofValue(container, key);
  const link = (data: DataMap, ends: readonly EndDraft[]): LinkDraft => ({ path, place, data, ends });
  const length = typeof value === 'string' ? value.split('-', MAX_LINK_NODES + 1).length : 0;
  checkNodesOfLink(draft, Array.isArray(value) ? value.length : length, place, path);
  if (typeof value === 'string') {
    const ends = value.split('-').map((part) => part.trim());
    return link(
      emptyMap(),
      ends.flatMap((name) => endOf(draft, name, place, path, isNode)),
    );
  }
  if (Array.isArray(value)) return link(emptyMap(), readInterfaces(draft, value, path, isNode));
  if (isMap(value)) return readLinkMap(draft, value, path, place, isNode);
  draft.problems.add(
    place,
    path,
    `a link is a string such as "r1-r2", a list or a mapping, not ${typeName(value)}`,
  );
  return undefined;
}

function readLinkList(
  draft: Draft,
  container: DataMap,
  key: string,
  path: string,
  isNode: IsNode,
): LinkDraft[] {
  const value = container[key] ?? null;
  if (value === null || value === '') return [];
  if (typeof value === 'string')
    return [readLink(draft, container, key, path, isNode)].filter((link) => link !== undefined);
  if (isMap(value)) {
    return Object.keys(value).flatMap((group) =>
      readLinkList(draft, value, group, `${path}.${group}`, isNode),
    );
  }
  if (!Array.isArray(value)) {
    reportValue(
      draft,
      container,
      key,
      path,
      `must be a list of links or a mapping of lists, not ${typeName(value)}`,
    );
    return [];
  }
  refuseMoreThan(draft, MAX_LINKS, value.length, 'links', draft.places.ofValue(value, MAX_LINKS), path);
  return value
    .map((_, index) => readLink(draft, value, index, `${path}[${index + 1}]`, isNode))
    .filter((link) => link !== undefined);
}

function readLinkMap(
  draft: Draft,
  map: DataMap,
  path: string,
  place: Place | undefined,
  isNode: IsNode,
): LinkDraft | undefined {
  const data = emptyMap();
  const ends: EndDraft[] = [];
  for (const [key, value] of Object.entries(map)) {
    const keyPlace = draft.places.ofKey(map, key);
    if (key === 'interfaces') {
      if (Array.isArray(value)) ends.push(...readInterfaces(draft, value, `${path}.interfaces`, isNode));
      else if (value !== null)
        reportValue(draft, map, key, `${path}.interfaces`, `must be a list of nodes, not ${typeName(value)}`);
    } else if (!('interfaces' in map) && isNode(key)) {
      if (value === null || isMap(value))
        ends.push({ node: key, place: keyPlace, data: value ?? emptyMap() });
      else
        reportValue(
          draft,
          map,
          key,
          `${path}.${key}`,
          `must be a mapping of interface attributes, not ${typeName(value)}`,
        );
    } else {
      data[key] = value;
      if (keyPlace !== undefined)
        draft.places.placeEntry(data, key, keyPlace, draft.places.ofValue(map, key));
    }
  }
  if (place !== undefined) draft.places.place(data, place);
  checkNodesOfLink(draft, ends.length, place, path);
  return { path, place, data, ends };
}

function checkNodesOfLink(draft: Draft, count: number, place: Place | undefined, path: string): void {
  refuseMoreThan(draft, MAX_LINK_NODES, count, 'nodes on a link', place, path);
}

function readInterfaces(draft: Draft, list: Data[], path: string, isNode: IsNode): EndDraft[] {
  return list.flatMap((item, index) => {
    const where = `${path}[${index + 1}]`;
    if (typeof item === 'string') return endOf(draft, item, draft.places.ofValue(list, index), where, isNode);
    if (!isMap(item)) {
      reportValue(
        draft,
        list,
        index,
        where,
        `must be a node name or a mapping with "node", not ${typeName(item)}`,
      );
      return [];
    }
    const { node, ...rest } = item;
    if (typeof node !== 'string') {
      reportValue(draft, list, index, where, 'the interface has no "node"');
      return [];
    }
    if (!isNode(node)) return endOf(draft, node, draft.places.ofValue(item, 'node'), where, isNode);
    const data = draft.places.merge(emptyMap(), item);
    for (const key of Object.keys(data)) if (!(key in rest)) delete data[key];
    return [{ node, place: draft.places.ofValue(item, 'node'), data }];
  });
}

function endOf(
  draft: Draft,
  name: string,
  place: Place | undefined,
  path: string,
  isNode: IsNode,
): EndDraft[] {
  if (isNode(name)) return [{ node: name, place, data: emptyMap() }];
  draft.problems.add(
    place,
    path,
    `unknown node ${JSON.stringify(name)}${suggestion(name, draft.nodes.keys())}`,
  );
  return [];
}

/** `{ group: core, ospf.cost: 3, members: [ r1-r2, r2-r3 ] }` stands for its members, each with the group's attributes. */
function expandLinkGroup(draft: Draft, link: LinkDraft, isNode: IsNode): LinkDraft[] {
  const { group, members } = link.data;
  if (group === undefined) {
    if (members === undefined) return [link];
    reportValue(
      draft,
      link.data,
      'members',
      `${link.path}.members`,
      'only link groups have members; add "group:" with a name',
    );
    return [];
  }
  if (typeof group !== 'string' || !isIdentifier(group)) {
    reportValue(
      draft,
      link.data,
      'group',
      `${link.path}.group`,
      'must be a name of letters, digits, _ and -',
    );
    return [];
  }
  const path = `links[${group}]`;
  if (!Array.isArray(members)) {
    reportValue(draft, link.data, 'group', path, 'the link group has no list of members');
    return [];
  }
  refuseMoreThan(draft, MAX_LINKS, members.length, 'links', draft.places.ofValue(members, MAX_LINKS), path);
  const shared = draft.places.copy(link.data);
  delete shared['group'];
  delete shared['members'];
  return members.flatMap((_, index) => {
    const member = readLink(draft, members, index, `${path}[${index + 1}]`, isNode);
    if (member === undefined) return [];
    return [{ ...member, data: draft.places.merge(shared, member.data) }];
  });
}

/** Notes keys of a link that are neither nodes nor link attributes. */
export function unknownLinkKey(draft: Draft, key: string): string {
  return `unknown node or link attribute${suggestion(key, [...draft.nodes.keys(), ...LINK_KEYS])}`;
}
