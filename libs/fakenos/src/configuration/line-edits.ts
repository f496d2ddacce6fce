import type { PlaceLine } from './change-tree';
import { insertNode } from './change-tree';
import type { ConfigTree } from './config-tree';
import { leaf } from './config-tree';

/** A setting takes the place of its former value. The very same section when it had this value. */
export function putSetting(
  section: ConfigTree,
  line: string,
  { isOld, place }: { readonly isOld: (text: string) => boolean; readonly place: PlaceLine },
): ConfigTree {
  const at = section.findIndex((node) => !node.children && isOld(node.text));
  if (at === -1) return insertNode(section, leaf(line), place);
  if (section[at]?.text === line) return section;
  return section
    .map((node, index) => (index === at ? leaf(line) : node))
    .filter((node, index) => index === at || node.children !== undefined || !isOld(node.text));
}

/** An entry stands beside others; one that is there already is not repeated. */
export function putEntry(section: ConfigTree, line: string, place: PlaceLine): ConfigTree {
  return section.some(({ text }) => text === line) ? section : insertNode(section, leaf(line), place);
}

/** A section without these lines and sections; the very same one when there is none of them. */
export function takeAway(section: ConfigTree, isGone: (text: string) => boolean): ConfigTree {
  const kept = section.filter(({ text }) => !isGone(text));
  return kept.length === section.length ? section : kept;
}
