import { emptyMap, isMap, typeName, type DataMap } from '../yaml/data';
import { reportValue, type Draft, type LinkDraft } from './draft';
import { readLink, type IsNode } from './read-links';

/** The links that VLANs and VRFs list: `vlans.red.links: [ r1-r2 ]`. */
export function readModuleLinks(draft: Draft, isNode: IsNode): LinkDraft[] {
  const links: LinkDraft[] = [];
  for (const { link, owner } of readLinksOf(draft, 'vlans', isNode)) {
    const vlan = isMap(link.data['vlan']) ? link.data['vlan'] : emptyMap();
    vlan['access'] = owner;
    link.data['vlan'] = vlan;
    links.push(link);
  }
  for (const { link, owner } of readLinksOf(draft, 'vrfs', isNode)) {
    link.data['vrf'] = owner;
    links.push(link);
  }
  return links;
}

interface OwnedLink {
  readonly link: LinkDraft;
  readonly owner: string;
}

function readLinksOf(draft: Draft, key: 'vlans' | 'vrfs', isNode: IsNode): OwnedLink[] {
  const all = draft.root[key] ?? null;
  if (all === null) return [];
  if (!isMap(all)) {
    reportValue(draft, draft.root, key, key, `must be a mapping, not ${typeName(all)}`);
    return [];
  }
  const found: OwnedLink[] = [];
  for (const [owner, value] of Object.entries(all)) {
    if (value !== null && !isMap(value)) {
      reportValue(draft, all, owner, `${key}.${owner}`, `must be a mapping, not ${typeName(value)}`);
    } else if (value !== null) {
      const links = readOwnLinks(draft, value, `${key}.${owner}.links`, isNode);
      found.push(...links.map((link) => ({ link, owner })));
    }
  }
  return found;
}

function readOwnLinks(draft: Draft, container: DataMap, path: string, isNode: IsNode): LinkDraft[] {
  const links = container['links'] ?? null;
  if (links === null) return [];
  if (!Array.isArray(links)) {
    reportValue(draft, container, 'links', path, `must be a list of links, not ${typeName(links)}`);
    return [];
  }
  return links
    .map((_, index) => readLink(draft, links, index, `${path}[${index + 1}]`, isNode))
    .filter((link) => link !== undefined)
    .filter((link) => link.data['disable'] !== true);
}
