import type { ConfigTree } from './config-tree';

/** How a language with braces lays out its lines. */
export interface BraceStyle {
  /** Blanks before the outermost lines. */
  readonly indent?: number;
  /** Ends a line that opens no braces: `;`. */
  readonly terminator?: string;
  /** A section without anything in it is a line like others. */
  readonly bareWhenEmpty?: boolean;
}

const WIDTH = 4;

/** The configuration with braces, four blanks a level. */
export function printBraces(tree: ConfigTree, style: BraceStyle = {}): string[] {
  const { indent = 0, terminator = '', bareWhenEmpty = false } = style;
  const margin = ' '.repeat(indent);
  return tree.flatMap(({ text, children }) =>
    children && !(bareWhenEmpty && children.length === 0)
      ? [`${margin}${text} {`, ...printBraces(children, { ...style, indent: indent + WIDTH }), `${margin}}`]
      : [`${margin}${text}${terminator}`],
  );
}

/** The configuration as one command a line, each with its whole path: `set / system name host-name r1`. */
export function printPaths(tree: ConfigTree, path: string): string[] {
  return tree.flatMap(({ text, children }) => {
    const here = `${path} ${text}`;
    return children && children.length > 0 ? printPaths(children, here) : [here];
  });
}
