import type { LinkModel } from '../topology-model';
import type { BuiltNode } from './built-node';
import type { Draft } from './draft';

/**
 * Leaves out nodes with `unmanaged: true`: they are there for addresses and neighbors, but nothing starts them. A
 * link that keeps a single node becomes a stub.
 */
export function withoutUnmanaged(
  draft: Draft,
  nodes: ReadonlyMap<string, BuiltNode>,
  links: readonly LinkModel[],
): { nodes: ReadonlyMap<string, BuiltNode>; links: readonly LinkModel[] } {
  const managed = new Map([...nodes].filter(([, node]) => node.draft.data['unmanaged'] !== true));
  if (managed.size === nodes.size) return { nodes, links };
  const kept = links.flatMap((link): LinkModel[] => {
    const ends = link.ends.filter((end) => managed.has(end.node));
    if (ends.length === link.ends.length) return [link];
    const bridge = link.bridge ?? `${draft.labName.slice(0, 10)}_${link.linkindex}`;
    if (ends.length === 0) return [];
    return [{ ...link, ...(link.ends.length === 2 ? { type: 'stub' } : {}), bridge, ends }];
  });
  return { nodes: managed, links: kept };
}
