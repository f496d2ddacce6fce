import { splitWords } from '../engine/split-words';
import type { ConfigNode, ConfigTree } from './config-tree';
import type { PathSchema } from './path-schema';
import type { PathStep } from './resolve-path';
import { resolvePath } from './resolve-path';

/** The configuration with this path in it; the very same one when it was there. */
export function setPath(schema: PathSchema, tree: ConfigTree, way: readonly PathStep[]): ConfigTree {
  return put(schema, tree, way, []);
}

/**
 * The configuration without what is at the end of this path: the node of the last step or, with `partial`, all in it that begins
 * with these words. Containers that were only there for it go too. The very same configuration when there was no such thing.
 */
export function deletePath(tree: ConfigTree, way: readonly PathStep[], partial?: string): ConfigTree {
  const [step, ...rest] = way;
  if (!step) return partial === undefined ? [] : without(tree, ({ text }) => begins(text, partial));
  if (rest.length === 0 && partial === undefined) return without(tree, ({ text }) => text === step.text);
  const at = tree.findIndex(({ text }) => text === step.text);
  const found = tree[at];
  if (!found?.children) return tree;
  const children = deletePath(found.children, rest, partial);
  if (children === found.children) return tree;
  if (children.length === 0 && step.node.implied) return without(tree, (node) => node === found);
  return tree.map((node) => (node === found ? { ...node, children } : node));
}

/** What the configuration has at the end of this path. */
export function findNode(tree: ConfigTree, texts: readonly string[]): ConfigNode | undefined {
  const [text, ...rest] = texts;
  const found = tree.find((node) => node.text === text);
  return rest.length === 0 || !found ? found : findNode(found.children ?? [], rest);
}

function put(
  schema: PathSchema,
  tree: ConfigTree,
  way: readonly PathStep[],
  above: readonly string[],
): ConfigTree {
  const [step, ...rest] = way;
  if (!step) return tree;
  const { node, text } = step;
  const replaced = replacedBy(step);
  const at = tree.findIndex(
    (one) => one.text === text || (replaced !== undefined && begins(one.text, replaced)),
  );
  const found = tree[at];
  const before = found?.children;
  const children = node.below && put(schema, before ?? [], rest, [...above, text]);
  if (!found) return insert(schema, tree, { step, above, children });
  if (found.text === text && children === before) return tree;
  const changed = made(text, children);
  return tree.map((one, index) => (index === at ? changed : one));
}

/** The words that a former value begins with; undefined when the step stands beside others. */
function replacedBy({ node, text }: PathStep): string | undefined {
  if (node.below || node.many) return undefined;
  const key = splitWords(text)
    .slice(0, node.keywords)
    .map((word) => word.text);
  return key.length > 0 ? key.join(' ') : undefined;
}

interface Insertion {
  readonly step: PathStep;
  readonly above: readonly string[];
  readonly children: ConfigTree | undefined;
}

function insert(schema: PathSchema, tree: ConfigTree, { step, above, children }: Insertion): ConfigTree {
  const rank = step.node.rank;
  const next = tree.findIndex((one) => rankOf(schema, above, one) > rank);
  const place = next === -1 ? tree.length : next;
  return [...tree.slice(0, place), made(step.text, children), ...tree.slice(place)];
}

// A node is asked for its rank whenever something is put beside it, and never changes.
const ranks = new WeakMap<ConfigNode, number>();

function rankOf(schema: PathSchema, above: readonly string[], node: ConfigNode): number {
  const known = ranks.get(node);
  if (known !== undefined) return known;
  const words = [...above, node.text].flatMap((text) => splitWords(text)).map(({ text }) => text);
  const resolved = resolvePath(schema, words);
  const rank = (resolved.kind === 'path' ? resolved.ways[0]?.at(-1)?.node.rank : undefined) ?? Infinity;
  ranks.set(node, rank);
  return rank;
}

function made(text: string, children: ConfigTree | undefined): ConfigNode {
  return children ? { text, children } : { text };
}

function without(tree: ConfigTree, isGone: (node: ConfigNode) => boolean): ConfigTree {
  const kept = tree.filter((node) => !isGone(node));
  return kept.length === tree.length ? tree : kept;
}

function begins(text: string, words: string): boolean {
  return text === words || text.startsWith(`${words} `);
}
