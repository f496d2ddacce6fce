import { lookUp } from '../yaml/data';
import type { BuiltNode } from './built-node';
import type { Draft, EndDraft } from './draft';

/** Links between BGP autonomous systems have the role `external`, or what `bgp.ebgp_role` calls it. */
export function externalRole(
  draft: Draft,
  ends: readonly EndDraft[],
  nodes: ReadonlyMap<string, BuiltNode>,
): string | undefined {
  if (!ends.some((end) => nodes.get(end.node)?.modules.includes('bgp')) && !someRunBgp(nodes))
    return undefined;
  const numbers = new Set<unknown>();
  for (const end of ends) {
    const data = nodes.get(end.node)?.draft.data;
    const own =
      lookUp(end.data, 'bgp.local_as') ?? (data === undefined ? undefined : lookUp(data, 'bgp.local_as'));
    const as = data === undefined ? undefined : lookUp(data, 'bgp.as');
    for (const number of [own, as]) if (number !== undefined && number !== null) numbers.add(number);
  }
  if (numbers.size < 2) return undefined;
  const written = lookUp(draft.root, 'bgp.ebgp_role') ?? lookUp(draft.defaults, 'bgp.ebgp_role');
  return typeof written === 'string' ? written : 'external';
}

function someRunBgp(nodes: ReadonlyMap<string, BuiltNode>): boolean {
  for (const node of nodes.values()) if (node.modules.includes('bgp')) return true;
  return false;
}
