import type { ConfigTree } from '../../configuration/config-tree';
import { printBraces, printPaths } from '../../configuration/print-braces';

const STYLE = { terminator: ';', bareWhenEmpty: true } as const;

/** The configuration with braces and semicolons. */
export function braceText(tree: ConfigTree): string {
  return printBraces(tree, STYLE).join('\n');
}

/** The configuration as `set` commands, each with the sections around it. */
export function setText(tree: ConfigTree, path: readonly string[] = []): string {
  return printPaths(tree, ['set', ...path].join(' ')).join('\n');
}
