import type { ConfigNode, ConfigTree } from './config-tree';

/** What is different in one place of a configuration. */
export interface TreeChange {
  readonly text: string;
  /** `changed`: the section is in both, its contents differ. */
  readonly kind: 'added' | 'removed' | 'changed';
  /** Of an added or removed section everything in it, of a changed one what differs; absent for a line. */
  readonly children?: readonly TreeChange[];
}

/**
 * What turns one configuration into the other, in the order of the second one; what is gone stands where it stood.
 * Nothing when they are the same; the order of lines makes no difference.
 */
export function diffTrees(before: ConfigTree, after: ConfigTree): readonly TreeChange[] {
  if (before === after) return [];
  const old = new Map(before.map((node) => [keyOf(node), node]));
  const kept = new Set(after.map(keyOf));
  const changes: TreeChange[] = [];
  const gone = before.filter((node) => !kept.has(keyOf(node)));
  const goneBefore = (node: ConfigNode): readonly ConfigNode[] => {
    const at = before.indexOf(node);
    const passed = gone.filter((one) => before.indexOf(one) < at);
    gone.splice(0, passed.length);
    return passed;
  };
  for (const node of after) {
    const was = old.get(keyOf(node));
    if (!was) {
      changes.push(whole(node, 'added'));
      continue;
    }
    changes.push(...goneBefore(was).map((one) => whole(one, 'removed')));
    const children = diffTrees(was.children ?? [], node.children ?? []);
    if (children.length > 0) changes.push({ text: node.text, kind: 'changed', children });
  }
  return [...changes, ...gone.map((one) => whole(one, 'removed'))];
}

function whole({ text, children }: ConfigNode, kind: 'added' | 'removed'): TreeChange {
  return { text, kind, ...(children && { children: children.map((one) => whole(one, kind)) }) };
}

/** A section and a line of the same words are two things. */
function keyOf({ text, children }: ConfigNode): string {
  return `${children ? 'section' : 'line'} ${text}`;
}
