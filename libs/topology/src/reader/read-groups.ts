import { emptyMap, isMap, typeName, type DataMap } from '../yaml/data';
import { deviceType } from '../devices/known-devices';
import { readNames, reportKey, reportValue, type Draft, type GroupDraft } from './draft';
import { isIdentifier, suggestion } from './identifiers';
import { MAX_GROUPS, MAX_GROUP_DEPTH, MAX_NODES, MAX_PATTERNS, refuseMoreThan } from './limits';
import { globMatcher, isPattern, nameMatcher } from './name-patterns';
import { checkNodeName, emptyNode } from './read-nodes';

/** Reads `groups:` and `defaults.groups:` and creates the nodes they ask for with `_auto_create`. */
export function readGroups(draft: Draft): void {
  readGroupsOf(draft, draft.root, 'groups', false);
  readGroupsOf(draft, draft.defaults, 'defaults.groups', true);
}

function readGroupsOf(draft: Draft, parent: DataMap, path: string, isDefault: boolean): void {
  const groups = parent['groups'] ?? null;
  if (groups === null) return;
  if (!isMap(groups)) {
    reportValue(draft, parent, 'groups', path, `must be a mapping of groups, not ${typeName(groups)}`);
    return;
  }
  const names = Object.keys(groups);
  const place = draft.places.ofKey(groups, names[MAX_GROUPS] ?? '');
  refuseMoreThan(draft, MAX_GROUPS, names.length, 'groups', place, path);
  for (const name of names) if (!name.startsWith('_')) readGroup(draft, groups, name, path, isDefault);
  const everywhere = groups['_auto_create'] === true && !isDefault;
  for (const group of draft.groups.values()) {
    if (group.isDefault !== isDefault || group.type !== 'node') continue;
    if (everywhere || group.data['_auto_create'] === true) createMembers(draft, group, path);
  }
}

function readGroup(draft: Draft, groups: DataMap, name: string, path: string, isDefault: boolean): void {
  const where = `${path}.${name}`;
  const value = groups[name] ?? null;
  if (!isIdentifier(name)) {
    reportKey(
      draft,
      groups,
      name,
      where,
      `invalid group name: letters, digits, _ and -, at most 16 characters`,
    );
    return;
  }
  if (draft.nodes.has(name)) reportKey(draft, groups, name, where, 'is also the name of a node');
  if (!isMap(value) && !Array.isArray(value)) {
    reportValue(draft, groups, name, where, `must be a list of members or a mapping, not ${typeName(value)}`);
    return;
  }
  const data = isMap(value) ? value : emptyMap();
  if (Array.isArray(value)) {
    data['members'] = value;
    draft.places.placeEntry(
      data,
      'members',
      draft.places.ofKey(groups, name) ?? { file: '', line: 1, column: 1 },
    );
  }
  const members = readNames(draft, data, 'members', `${where}.members`);
  if ((name === 'all' || deviceType(name) !== undefined) && members.length > 0) {
    reportKey(draft, data, 'members', where, `the group "${name}" has its members by itself; list none`);
  }
  const earlier = draft.groups.get(name);
  if (earlier !== undefined) {
    const merged = draft.places.merge(data, earlier.data);
    draft.groups.set(name, {
      ...earlier,
      data: merged,
      members: [...new Set([...earlier.members, ...members])],
    });
    return;
  }
  const type = typeof data['type'] === 'string' ? data['type'] : 'node';
  if (!['node', 'vlan', 'vrf'].includes(type)) {
    reportValue(draft, data, 'type', `${where}.type`, `unknown group type '${type}'`, [
      'node',
      'vlan',
      'vrf',
    ]);
  }
  draft.groups.set(name, { name, place: draft.places.ofKey(groups, name), data, members, type, isDefault });
}

function createMembers(draft: Draft, group: GroupDraft, path: string): void {
  for (const member of group.members) {
    if (draft.nodes.has(member) || draft.groups.has(member)) continue;
    if (
      checkNodeName(draft, member, draft.places.ofKey(group.data, 'members'), `${path}.${group.name}.members`)
    ) {
      const place = draft.places.ofKey(group.data, 'members');
      draft.nodes.set(member, emptyNode(member, place));
      refuseMoreThan(draft, MAX_NODES, draft.nodes.size, 'nodes', place, `${path}.${group.name}.members`);
    }
  }
}

/** Turns patterns into names, adds the groups that nodes name themselves, and refuses unknown members and circles. */
export function resolveMembers(draft: Draft): void {
  checkPatternCount(draft);
  for (const group of [...draft.groups.values()]) {
    if (group.type === 'node')
      group.members = group.members.flatMap((member) => resolveMember(draft, group, member));
    group.members = [...new Set(group.members)];
  }
  const joined = new Map<GroupDraft, Set<string>>();
  for (const node of draft.nodes.values()) {
    for (const name of readNames(draft, node.data, 'group', `nodes.${node.name}.group`)) {
      const group = draft.groups.get(name);
      if (group !== undefined) {
        const members = joined.get(group) ?? new Set(group.members);
        joined.set(group, members.add(node.name));
      } else {
        const place = draft.places.ofValue(node.data, 'group');
        refuseMoreThan(draft, MAX_GROUPS, draft.groups.size + 1, 'groups', place, `nodes.${node.name}.group`);
        draft.groups.set(name, {
          name,
          place,
          data: emptyMap(),
          members: [node.name],
          type: 'node',
          isDefault: false,
        });
      }
    }
  }
  for (const [group, members] of joined) group.members = [...members];
  const checked = new Map<GroupDraft, number>();
  for (const group of draft.groups.values()) groupDepth(draft, group, [], checked);
}

/** A pattern is tried on every node. */
function checkPatternCount(draft: Draft): void {
  let count = 0;
  for (const group of draft.groups.values()) {
    if (group.type === 'node') count += group.members.filter(isPattern).length;
    refuseMoreThan(draft, MAX_PATTERNS, count, 'patterns of names', group.place, `groups.${group.name}`);
  }
}

function resolveMember(draft: Draft, group: GroupDraft, member: string): string[] {
  if (draft.nodes.has(member) || draft.groups.has(member)) return [member];
  const path = `groups.${group.name}.members`;
  const report = (message: string): string[] => {
    const members = group.data['members'];
    const index = Array.isArray(members) ? members.indexOf(member) : -1;
    if (Array.isArray(members) && index >= 0) reportValue(draft, members, index, path, message);
    else reportValue(draft, group.data, 'members', path, message);
    return [];
  };
  if (!isPattern(member)) {
    if (group.isDefault) return [];
    return report(
      `'${member}' is neither a node nor a group${suggestion(member, [...draft.nodes.keys(), ...draft.groups.keys()])}`,
    );
  }
  const matches = member.startsWith('~') ? nameMatcher(member.slice(1)) : globMatcher(member);
  if (matches === undefined) return report(`'${member}' is not a regular expression we can use`);
  const names = [...draft.nodes.keys()].filter(matches);
  return names.length > 0 ? names : report(`'${member}' matches no node`);
}

/** How many levels of groups are below a group, each looked at once; circles and deep nests are refused. */
function groupDepth(
  draft: Draft,
  group: GroupDraft,
  chain: string[],
  known: Map<GroupDraft, number>,
): number {
  const start = draft.groups.get(chain[0] ?? group.name);
  const path = `groups.${chain[0] ?? group.name}`;
  if (chain.includes(group.name)) {
    const circle = [...chain, group.name].join(' → ');
    draft.problems.refuse(start?.place, path, `contains itself: ${circle}`);
  }
  const earlier = known.get(group);
  if (earlier !== undefined) return earlier;
  let depth = 1;
  for (const member of group.members) {
    const child = draft.groups.get(member);
    if (child === undefined) continue;
    depth = Math.max(depth, 1 + groupDepth(draft, child, [...chain, group.name], known));
    if (depth > MAX_GROUP_DEPTH || chain.length > MAX_GROUP_DEPTH)
      draft.problems.refuse(start?.place, path, `has more than ${MAX_GROUP_DEPTH} levels of groups inside`);
  }
  known.set(group, depth);
  return depth;
}

/** All nodes of a group, those of its child groups among them. Call after {@link resolveMembers}. */
export function membersOf(draft: Draft, group: GroupDraft): string[] {
  if (group.type !== 'node') return [];
  if (group.name === 'all') return [...draft.nodes.keys()];
  if (deviceType(group.name) !== undefined) {
    return [...draft.nodes.values()]
      .filter((node) => node.data['device'] === group.name)
      .map((node) => node.name);
  }
  const names = new Set<string>();
  addMembers(draft, group, names, new Set<GroupDraft>());
  return [...names].filter((name) => draft.nodes.has(name));
}

/** In the order of the lists; a group inside several others gives nothing new the second time. */
function addMembers(draft: Draft, group: GroupDraft, names: Set<string>, seen: Set<GroupDraft>): void {
  if (seen.has(group)) return;
  seen.add(group);
  for (const member of group.members) {
    const child = draft.groups.get(member);
    if (child === undefined || draft.nodes.has(member)) names.add(member);
    else if (child.type === 'node' && !hasOwnMembers(child)) addMembers(draft, child, names, seen);
    else for (const name of membersOf(draft, child)) names.add(name);
  }
}

/** Groups whose members are not listed: all nodes, and those of a device. */
function hasOwnMembers(group: GroupDraft): boolean {
  return group.name === 'all' || deviceType(group.name) !== undefined;
}
