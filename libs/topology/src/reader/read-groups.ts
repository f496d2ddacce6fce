import { emptyMap, isMap, typeName, type DataMap } from '../yaml/data';
import { deviceType } from '../devices/known-devices';
import { readNames, reportKey, reportValue, type Draft, type GroupDraft } from './draft';
import { isIdentifier, suggestion } from './identifiers';
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
  for (const name of Object.keys(groups))
    if (!name.startsWith('_')) readGroup(draft, groups, name, path, isDefault);
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
      draft.nodes.set(member, emptyNode(member, draft.places.ofKey(group.data, 'members')));
    }
  }
}

/** Turns patterns into names, adds the groups that nodes name themselves, and refuses unknown members and circles. */
export function resolveMembers(draft: Draft): void {
  for (const group of [...draft.groups.values()]) {
    if (group.type === 'node')
      group.members = group.members.flatMap((member) => resolveMember(draft, group, member));
    group.members = [...new Set(group.members)];
  }
  for (const node of draft.nodes.values()) {
    for (const name of readNames(draft, node.data, 'group', `nodes.${node.name}.group`)) {
      const group = draft.groups.get(name);
      if (group !== undefined) group.members = [...new Set([...group.members, node.name])];
      else {
        const place = draft.places.ofValue(node.data, 'group');
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
  for (const group of draft.groups.values()) refuseCircle(draft, group, []);
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

function refuseCircle(draft: Draft, group: GroupDraft, chain: string[]): void {
  if (chain.includes(group.name)) {
    draft.problems.add(
      draft.groups.get(chain[0] ?? '')?.place,
      `groups.${chain[0]}`,
      `contains itself: ${[...chain, group.name].join(' → ')}`,
    );
    return;
  }
  for (const member of group.members) {
    const child = draft.groups.get(member);
    if (child !== undefined && draft.problems.count === 0) refuseCircle(draft, child, [...chain, group.name]);
  }
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
  const names = group.members.flatMap((member) => {
    const child = draft.groups.get(member);
    return child === undefined || draft.nodes.has(member) ? [member] : membersOf(draft, child);
  });
  return [...new Set(names)].filter((name) => draft.nodes.has(name));
}
