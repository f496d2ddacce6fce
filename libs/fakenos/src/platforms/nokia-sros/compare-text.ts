import type { TreeChange } from '../../configuration/diff-trees';

/** `compare`: what came with `+`, what went with `-`, in the sections that it is in; those of the context are left out. */
export function compareText(changes: readonly TreeChange[], context: readonly string[]): string {
  return within(changes, context)
    .flatMap((one) => lines(one, 1))
    .join('\n');
}

function within(changes: readonly TreeChange[], [text, ...rest]: readonly string[]): readonly TreeChange[] {
  if (text === undefined) return changes;
  return within(changes.find((one) => one.text === text && one.kind === 'changed')?.children ?? [], rest);
}

function lines({ text, kind, children }: TreeChange, depth: number): readonly string[] {
  const mark = { added: '+', removed: '-', changed: ' ' }[kind];
  const margin = mark + ' '.repeat(4 * depth - 1);
  if (!children) return [`${margin}${text}`];
  const inner = [...children].sort((left, right) => rank(left) - rank(right));
  return [`${margin}${text} {`, ...inner.flatMap((one) => lines(one, depth + 1)), `${margin}}`];
}

/** What a line was is told before what it is. */
function rank({ kind }: TreeChange): number {
  return kind === 'removed' ? 0 : 1;
}
