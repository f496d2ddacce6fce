import type { ConfigNode, ConfigTree } from './config-tree';

/** What is in the section at the end of a path of section lines; undefined when there is no such section. */
export function sectionAt(tree: ConfigTree, path: readonly string[]): ConfigTree | undefined {
  return path.reduce<ConfigTree | undefined>(
    (section, text) => section?.find((node) => node.text === text)?.children,
    tree,
  );
}

/** Where among its siblings a new line goes; absent: at the end. */
export type PlaceLine = (siblings: ConfigTree, text: string) => number;

/**
 * The tree with another section at the end of the path; sections of the path that do not exist yet are put where `place` says.
 * The very same tree when nothing changes.
 */
export function changeSection(
  tree: ConfigTree,
  path: readonly string[],
  change: (section: ConfigTree) => ConfigTree,
  place: PlaceLine = (siblings) => siblings.length,
): ConfigTree {
  const [text, ...below] = path;
  if (text === undefined) return change(tree);
  const at = tree.findIndex((node) => node.text === text);
  const before = at === -1 ? undefined : tree[at]?.children;
  const children = changeSection(before ?? [], below, change, place);
  if (children === before) return tree;
  return at === -1
    ? insertNode(tree, { text, children }, place)
    : tree.map((node, index) => (index === at ? { text, children } : node));
}

/** The siblings with one more node. */
export function insertNode(siblings: ConfigTree, node: ConfigNode, place: PlaceLine): ConfigTree {
  const at = place(siblings, node.text);
  return [...siblings.slice(0, at), node, ...siblings.slice(at)];
}

/** Places lines by their first words in this order, later ones of a kind after earlier ones, all others at the end. */
export function placeByWords(order: readonly string[]): PlaceLine {
  const ranksByKind = new Map<string, { readonly words: string; readonly rank: number }[]>();
  order.forEach((words, rank) => {
    const ranks = ranksByKind.get(kindOf(words)) ?? [];
    ranksByKind.set(kindOf(words), [...ranks, { words, rank }]);
  });
  const rankOf = (text: string) =>
    ranksByKind.get(kindOf(text))?.find(({ words }) => beginsWith(text, words))?.rank ?? order.length;
  return (siblings, text) => {
    const rank = rankOf(text);
    const kind = kindOf(text);
    const last = siblings.findLastIndex((node) => kindOf(node.text) === kind && rankOf(node.text) === rank);
    if (last !== -1) return last + 1;
    const after = siblings.findIndex((node) => rankOf(node.text) > rank);
    return after === -1 ? siblings.length : after;
  };
}

/** The first word of a line. */
function kindOf(text: string): string {
  const end = text.indexOf(' ');
  return end === -1 ? text : text.slice(0, end);
}

/** Whether a line is these words, or begins with them and goes on with another one. */
export function beginsWith(text: string, words: string): boolean {
  return text.startsWith(words) && (text.length === words.length || text[words.length] === ' ');
}
