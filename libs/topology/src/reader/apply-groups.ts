import { isMap, lookUp, textOf, type DataMap } from '../yaml/data';
import { deviceType } from '../devices/known-devices';
import { readNames, reportKey, type Draft, type GroupDraft, type NodeDraft } from './draft';
import { globMatcher, nameMatcher } from './name-patterns';
import { MAX_NODES, refuseMoreThan } from './limits';
import { GROUP_KEYS, NODE_KEYS } from './known-keys';
import { checkKeys } from './check-keys';
import { membersOf } from './read-groups';

/** What a group says about itself; everything else it says about its nodes. */
const NOT_NODE_DATA = ['members', 'vars', 'config', 'node_data', 'device', 'module', 'type'];

/** Gives nodes the device, modules and attributes of their groups; the group nearest to a node wins, the node itself above all. */
export function applyGroups(draft: Draft): void {
  const groups = childrenFirst(draft);
  for (const group of groups) checkGroup(draft, group);
  for (const group of groups) {
    const device = group.data['device'];
    if (device === undefined) continue;
    for (const node of membersWith(draft, group, 'device')) copyEntry(draft, group.data, node.data, 'device');
  }
  for (const group of groups) {
    if (!('module' in group.data)) continue;
    const modules = readNames(draft, group.data, 'module', `groups.${group.name}.module`);
    for (const node of membersWith(draft, group, 'module')) {
      const own = readNames(draft, node.data, 'module', `nodes.${node.name}.module`);
      node.data['module'] = [...new Set([...own, ...modules])];
    }
  }
  for (const group of groups) if (!/^as\d+$/.test(group.name)) copyNodeData(draft, group);
  readAsList(draft);
  addAsGroups(draft);
  for (const group of groups) if (/^as\d+$/.test(group.name)) copyNodeData(draft, group);
  for (const group of draft.groups.values()) {
    for (const name of membersOf(draft, group)) draft.nodes.get(name)?.groups.push(group.name);
  }
}

function checkGroup(draft: Draft, group: GroupDraft): void {
  if (group.type !== 'node') return;
  const known = new Set([...NODE_KEYS, ...GROUP_KEYS]);
  checkKeys(draft, group.data, known, 'node', 'group attribute', `groups.${group.name}`);
  if (deviceType(group.name) !== undefined && 'device' in group.data) {
    reportKey(
      draft,
      group.data,
      'device',
      `groups.${group.name}.device`,
      'a group named after a device cannot change the device',
    );
  }
}

/** netlab's order: a group comes after the groups it contains, otherwise by name. */
function childrenFirst(draft: Draft): GroupDraft[] {
  const left = new Map([...draft.groups.values()].map((group) => [group.name, group]));
  const sorted: GroupDraft[] = [];
  while (left.size > 0) {
    for (const name of [...left.keys()].sort()) {
      const group = left.get(name);
      if (group === undefined || group.members.some((member) => left.has(member) && member !== name))
        continue;
      left.delete(name);
      sorted.push(group);
    }
  }
  return sorted;
}

function membersWith(draft: Draft, group: GroupDraft, attribute: string) {
  const members = membersOf(draft, group);
  if (
    members.length === 0 &&
    !group.isDefault &&
    deviceType(group.name) === undefined &&
    group.type === 'node'
  ) {
    reportKey(draft, group.data, attribute, `groups.${group.name}.${attribute}`, 'the group has no members');
  }
  return members
    .map((name) => draft.nodes.get(name))
    .filter((node) => node !== undefined)
    .filter((node) => attribute === 'module' || !('device' in node.data));
}

function copyEntry(draft: Draft, from: DataMap, to: DataMap, key: string): void {
  to[key] = draft.places.copy(from[key] ?? null);
  const [keyPlace, valuePlace] = [draft.places.ofKey(from, key), draft.places.ofValue(from, key)];
  if (keyPlace !== undefined) draft.places.placeEntry(to, key, keyPlace, valuePlace);
}

function copyNodeData(draft: Draft, group: GroupDraft): void {
  const own = draft.places.copy(group.data);
  for (const key of Object.keys(own)) if (NOT_NODE_DATA.includes(key) || key.startsWith('_')) delete own[key];
  const written = group.data['node_data'];
  const data = isMap(written) ? draft.places.merge(written, own) : own;
  if (Object.keys(data).length === 0 || group.type !== 'node') return;
  const topologyModules = readNames(draft, draft.root, 'module', 'module');
  for (const name of membersOf(draft, group)) {
    const node = draft.nodes.get(name);
    if (node === undefined) continue;
    const wanted = draft.places.copy(data);
    if ('module' in node.data) {
      const modules = readNames(draft, node.data, 'module', `nodes.${name}.module`);
      for (const module of topologyModules) if (!modules.includes(module)) delete wanted[module];
    }
    node.data = draft.places.merge(wanted, node.data);
  }
}

/** `bgp.as_list: { 65000: { members: [ r1 ], rr: [ r1 ] } }` gives nodes their AS. */
function readAsList(draft: Draft): void {
  const list = lookUp(draft.root, 'bgp.as_list');
  if (!isMap(list)) return;
  let count = 0;
  for (const [as, value] of Object.entries(list)) {
    for (const names of isMap(value) ? [value['members'], value['rr']] : [])
      count += Array.isArray(names) ? names.length : 1;
    refuseMoreThan(draft, MAX_NODES, count, 'names of nodes', draft.places.ofKey(list, as), 'bgp.as_list');
    if (!isMap(value) || !/^\d+$/.test(as)) continue;
    for (const key of ['members', 'rr']) {
      for (const name of namesOf(draft, value, key, `bgp.as_list.${as}.${key}`)) {
        const node = draft.nodes.get(name);
        if (node === undefined) continue;
        const bgp = isMap(node.data['bgp'])
          ? node.data['bgp']
          : (node.data['bgp'] = Object.create(null) as DataMap);
        if (key === 'members') bgp['as'] ??= Number(as);
        else bgp['rr'] ??= true;
      }
    }
  }
}

function namesOf(draft: Draft, value: DataMap, key: string, path: string): string[] {
  return readNames(draft, value, key, path).flatMap((name) => {
    const matches = name.startsWith('~') ? nameMatcher(name.slice(1)) : globMatcher(name);
    return matches === undefined ? [] : [...draft.nodes.keys()].filter(matches);
  });
}

/** Nodes that run BGP are members of the group of their AS: `as65000`. */
function addAsGroups(draft: Draft): void {
  const topologyModules = readNames(draft, draft.root, 'module', 'module');
  for (const node of draft.nodes.values()) {
    const inherited = isHost(draft, node) ? [] : topologyModules;
    const modules =
      'module' in node.data ? readNames(draft, node.data, 'module', `nodes.${node.name}.module`) : inherited;
    const as =
      lookUp(node.data, 'bgp.as') ?? lookUp(draft.root, 'bgp.as') ?? lookUp(draft.defaults, 'bgp.as');
    if (!modules.includes('bgp') || typeof as !== 'number') continue;
    const name = `as${as}`;
    const namesake = draft.nodes.get(name);
    if (namesake !== undefined) {
      draft.problems.add(
        namesake.place,
        `nodes.${name}`,
        `is also the name netlab gives the group of AS ${as}`,
      );
      continue;
    }
    const group = draft.groups.get(name);
    if (group !== undefined) {
      if (!group.members.includes(node.name)) group.members.push(node.name);
    } else
      draft.groups.set(name, {
        name,
        place: node.place,
        data: Object.create(null) as DataMap,
        members: [node.name],
        type: 'node',
        isDefault: true,
      });
  }
}

/** Hosts do not run the modules of the topology. */
function isHost(draft: Draft, node: NodeDraft): boolean {
  const device = deviceType(textOf(node.data['device'] ?? draft.defaults['device']));
  return device?.daemon !== true && (device?.role === 'host' || node.data['role'] === 'host');
}
