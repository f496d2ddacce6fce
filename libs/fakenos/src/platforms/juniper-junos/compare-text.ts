import type { ConfigTree } from '../../configuration/config-tree';
import type { TreeChange } from '../../configuration/diff-trees';
import { diffTrees } from '../../configuration/diff-trees';

/** `show | compare`: each place that differs under a heading of its own, lines that came with `+` and lines that went with `-`. */
export function compareText(before: ConfigTree, after: ConfigTree, path: readonly string[] = []): string {
  return differences(diffTrees(before, after), path).join('\n');
}

function differences(changes: readonly TreeChange[], path: readonly string[]): readonly string[] {
  const of = (kind: TreeChange['kind']) => changes.filter((change) => change.kind === kind);
  const here = [...of('removed'), ...of('added')].flatMap((one) => whole(one, 0));
  const within = of('changed').flatMap(({ text, children = [] }) => differences(children, [...path, text]));
  return [...(here.length > 0 ? [`[${['edit', ...path].join(' ')}]`, ...here] : []), ...within];
}

function whole({ text, kind, children = [] }: TreeChange, depth: number): readonly string[] {
  const margin = `${kind === 'added' ? '+' : '-'}   ${'    '.repeat(depth)}`;
  if (children.length === 0) return [`${margin}${text};`];
  return [`${margin}${text} {`, ...children.flatMap((one) => whole(one, depth + 1)), `${margin}}`];
}
