import { sectionAt } from '../../configuration/change-tree';
import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { valueOf } from '../../configuration/read-tree';
import { vrpRelease } from './display-version';

/** The configuration as VRP writes it, from the release to `return`. */
export function printConfiguration(tree: ConfigTree): string {
  return `[${vrpRelease}]\n${printSections(tree)}\n`;
}

/** Some of its lines and sections alone, between `#` and `return`. */
export function printSections(sections: ConfigTree): string {
  return ['#', ...outerLines(sections), 'return'].join('\n');
}

/** `display this`: what is in the view at the end of this path. */
export function printView(tree: ConfigTree, path: readonly string[]): string {
  const children = sectionAt(tree, path) ?? [];
  const text = path.at(-1);
  return printSections(text === undefined ? children.filter((node) => !node.children) : [{ text, children }]);
}

/** Sections begin at the margin and end with `#`; lines of their own stand one blank in, with `#` after the last. */
function outerLines(tree: ConfigTree): string[] {
  return tree.flatMap((node, at) => {
    if (node.children) return [...innerLines(titled(node), 0), '#'];
    const isLast = tree[at + 1]?.children !== undefined || at === tree.length - 1;
    return [` ${node.text}`, ...(isLast ? ['#'] : [])];
  });
}

function innerLines({ text, children }: ConfigNode, depth: number): string[] {
  const indent = ' '.repeat(depth);
  const apart = depth > 0 && /^\S+-family /.test(text) ? [`${indent}#`] : [];
  return [...apart, `${indent}${text}`, ...(children ?? []).flatMap((node) => innerLines(node, depth + 1))];
}

/** The router ID of OSPF stands in the line that opens its view. */
function titled(node: ConfigNode): ConfigNode {
  const children = node.children ?? [];
  const routerId = node.text.startsWith('ospf ') ? valueOf(children, 'router-id') : undefined;
  if (routerId === undefined) return node;
  return {
    text: `${node.text} router-id ${routerId}`,
    children: children.filter(({ text }) => text !== `router-id ${routerId}`),
  };
}
