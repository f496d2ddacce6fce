import type { ConfigTree } from './config-tree';

/** How a language lays out its lines. */
export interface Indentation {
  /** Blanks for each level. */
  readonly width: number;
  /** A line of its own after each section of the outermost level, and before the first: `!`, `#`. */
  readonly separator?: string;
  /** What closes a section, at the section's own depth: `exit`, `!`. */
  readonly closing?: (text: string, depth: number) => string | undefined;
}

/** The lines of a configuration, each section's below it and further in. */
export function printIndented(tree: ConfigTree, indentation: Indentation): readonly string[] {
  return printLevel(tree, indentation, 0);
}

function printLevel(tree: ConfigTree, indentation: Indentation, depth: number): string[] {
  const { width, separator, closing } = indentation;
  const indent = ' '.repeat(width * depth);
  return tree.flatMap(({ text, children }, at) => {
    if (!children) return [`${indent}${text}`];
    const closed = closing?.(text, depth);
    const apart = separator !== undefined && depth === 0;
    const first = apart && at > 0 && tree[at - 1]?.children === undefined;
    return [
      ...(first ? [separator] : []),
      `${indent}${text}`,
      ...printLevel(children, indentation, depth + 1),
      ...(closed === undefined ? [] : [`${indent}${closed}`]),
      ...(apart ? [separator] : []),
    ];
  });
}
