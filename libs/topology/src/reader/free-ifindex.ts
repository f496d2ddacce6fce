import type { LinkType } from '../topology-model';
import type { BuiltNode } from './built-node';

/** Where the search for a free number stands among the interfaces of one kind. */
interface Search {
  /** How many of the node's interfaces are in `used`. */
  seen: number;
  next: number;
  readonly used: Set<number>;
}

const searches = new WeakMap<BuiltNode, Map<LinkType | 'physical', Search>>();

/** The lowest number from `lowest` on that no interface of that kind has; each number is looked at once per node. */
export function freeIfindex(node: BuiltNode, type: LinkType, virtual: boolean, lowest: number): number {
  const kind = virtual ? type : 'physical';
  let ofNode = searches.get(node);
  if (ofNode === undefined) searches.set(node, (ofNode = new Map<LinkType | 'physical', Search>()));
  let search = ofNode.get(kind);
  if (search === undefined) ofNode.set(kind, (search = { seen: 0, next: lowest, used: new Set<number>() }));
  for (; search.seen < node.interfaces.length; search.seen += 1) {
    const other = node.interfaces[search.seen];
    if (other !== undefined && (virtual ? other.type === type : !other.virtual))
      search.used.add(other.ifindex);
  }
  while (search.used.has(search.next)) search.next += 1;
  return search.next;
}
