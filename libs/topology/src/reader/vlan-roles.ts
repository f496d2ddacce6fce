import { isMap, lookUp } from '../yaml/data';
import type { BuiltNode } from './built-node';
import type { Draft, LinkDraft } from './draft';
import { externalRole } from './external-role';

/** Roles of VLANs: written, or that between autonomous systems when their nodes are in several. */
export function vlanRoles(
  draft: Draft,
  links: readonly LinkDraft[],
  nodes: ReadonlyMap<string, BuiltNode>,
): ReadonlyMap<string, string> {
  const ends = new Map<string, LinkDraft['ends'][number][]>();
  for (const link of links) {
    const name = link.vlan?.name;
    if (name === undefined) continue;
    const known = ends.get(name);
    if (known === undefined) ends.set(name, [...link.ends]);
    else known.push(...link.ends);
  }
  const roles = new Map<string, string>();
  for (const [name, all] of ends) {
    const written = lookUp(draft.root, `vlans.${name}.role`);
    const isGlobal =
      isMap(lookUp(draft.root, `vlans.${name}`)) || lookUp(draft.root, `vlans.${name}`) === null;
    const external = isGlobal ? externalRole(draft, all, nodes) : undefined;
    const role = typeof written === 'string' ? written : external;
    if (role !== undefined) roles.set(name, role);
  }
  return roles;
}
