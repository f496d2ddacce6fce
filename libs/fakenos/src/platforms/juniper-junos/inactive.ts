import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import type { ConfigEdit } from '../../configuration/device-configuration';

const MARK = 'inactive: ';

/** Without the mark of what is deactivated: what paths speak of. */
export function activeText(text: string): string {
  return text.startsWith(MARK) ? text.slice(MARK.length) : text;
}

/** Whether this line or section is deactivated. */
export function isInactive(text: string): boolean {
  return text.startsWith(MARK);
}

/** The configuration that counts: without what is deactivated. */
export function activeTree(tree: ConfigTree): ConfigTree {
  return tree
    .filter(({ text }) => !isInactive(text))
    .map((node) => (node.children ? { ...node, children: activeTree(node.children) } : node));
}

/** The same edit for a configuration with deactivated parts: it sees them as if they were active, and they stay deactivated. */
export function pastMarks(edit: ConfigEdit): ConfigEdit {
  return (tree) => {
    if (!tree.some(hasMark)) return edit(tree);
    const marked = new Set(markedPaths(tree, ''));
    const before = unmark(tree);
    const after = edit(before);
    return after === before ? tree : mark(after, marked, '');
  };
}

// Asked for each edit of a long configuration, of nodes that never change.
const marks = new WeakMap<ConfigNode, boolean>();

function hasMark(node: ConfigNode): boolean {
  const known = marks.get(node);
  if (known !== undefined) return known;
  const has = isInactive(node.text) || (node.children ?? []).some(hasMark);
  marks.set(node, has);
  return has;
}

/** Marks what is at the end of the path, or takes its mark away; the very same configuration when that changes nothing. */
export function setMark([text, ...rest]: readonly string[], isActive: boolean): ConfigEdit {
  return (tree) => {
    const found = tree.find((node) => activeText(node.text) === text);
    if (!found) return tree;
    const wanted = isActive ? activeText(found.text) : `${MARK}${activeText(found.text)}`;
    const changed =
      rest.length === 0
        ? { ...found, text: wanted }
        : { ...found, children: setMark(rest, isActive)(found.children ?? []) };
    if (changed.text === found.text && changed.children === found.children) return tree;
    return tree.map((node) => (node === found ? changed : node));
  };
}

/** The paths of what is deactivated, each as one text. */
export function markedPaths(tree: ConfigTree, above: string): readonly string[] {
  return tree.flatMap(({ text, children = [] }) => {
    const path = `${above} ${activeText(text)}`;
    return [...(isInactive(text) ? [path] : []), ...markedPaths(children, path)];
  });
}

/** The configuration as if all of it were active. */
export function unmark(tree: ConfigTree): ConfigTree {
  return tree.map(({ text, children }) => ({
    text: activeText(text),
    ...(children && { children: unmark(children) }),
  }));
}

function mark(tree: ConfigTree, marked: ReadonlySet<string>, above: string): ConfigTree {
  return tree.map(({ text, children }) => {
    const path = `${above} ${text}`;
    return {
      text: marked.has(path) ? `${MARK}${text}` : text,
      ...(children && { children: mark(children, marked, path) }),
    };
  });
}
