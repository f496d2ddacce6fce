import type { ConfigTree } from '../../configuration/config-tree';
import { printBraces, printPaths } from '../../configuration/print-braces';
import { markedPaths, unmark } from './inactive';

const STYLE = { terminator: ';', bareWhenEmpty: true } as const;

/** The configuration with braces and semicolons. */
export function braceText(tree: ConfigTree): string {
  return printBraces(tree, STYLE).join('\n');
}

/** The configuration as `set` commands, each with the sections around it, and `deactivate` for what does not count. */
export function setText(tree: ConfigTree, path: readonly string[] = []): string {
  const lines = printPaths(unmark(tree), ['set', ...path].join(' '));
  const marked = markedPaths(tree, ['deactivate', ...path].join(' '));
  return [...lines, ...marked].join('\n');
}
