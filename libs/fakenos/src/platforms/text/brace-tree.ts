/** A piece of configuration: a line of its own, or a block with what is in it. */
export interface BraceTree {
  readonly text: string;
  readonly children?: readonly BraceTree[];
}

/** Shorthand: `block('system', [leaf('name r1')])`. */
export function block(text: string, children: readonly BraceTree[]): BraceTree {
  return { text, children };
}

/** A line without a block. */
export function leaf(text: string): BraceTree {
  return { text };
}

/** The configuration with braces, four blanks a level. */
export function braceLines(trees: readonly BraceTree[], indent = '    '): string[] {
  return trees.flatMap(({ text, children }) =>
    children
      ? [`${indent}${text} {`, ...braceLines(children, `${indent}    `), `${indent}}`]
      : [`${indent}${text}`],
  );
}

/** The configuration as one command a line: `set / system name host-name r1`. */
export function flatLines(trees: readonly BraceTree[], path = 'set /'): string[] {
  return trees.flatMap(({ text, children }) => {
    const here = `${path} ${text}`;
    return children && children.length > 0 ? flatLines(children, here) : [here];
  });
}
