import { splitWords } from '../engine/split-words';
import { changeSection, sectionAt } from './change-tree';
import type { ConfigTree } from './config-tree';
import type { ConfigEdit } from './device-configuration';
import { deletePath, setPath } from './edit-path';
import type { PathSchema } from './path-schema';
import type { PathMismatch, PathStep, ResolvedPath } from './resolve-path';
import { resolvePath } from './resolve-path';

/** A line that can be done; or why not, its words counted without those of the context. */
export type PathEdit = { readonly kind: 'edit'; readonly edit: ConfigEdit } | PathMismatch;

/** Reads the words of a line within the sections that are open, outermost first; a mismatch counts only the typed words. */
export function resolveWithin(
  schema: PathSchema,
  context: readonly string[],
  words: readonly string[],
): ResolvedPath {
  const above = context.flatMap((text) => splitWords(text).map((word) => word.text));
  const resolved = resolvePath(schema, [...above, ...words]);
  return resolved.kind === 'path' ? resolved : { ...resolved, at: resolved.at - above.length };
}

/** `set …` */
export function setEdit(schema: PathSchema, context: readonly string[], words: readonly string[]): PathEdit {
  const resolved = resolveWithin(schema, context, words);
  if (resolved.kind !== 'path') return resolved;
  if (resolved.partial !== undefined || words.length === 0) return { kind: 'incomplete', at: words.length };
  return {
    kind: 'edit',
    edit: (tree) => resolved.ways.reduce((changed, way) => setPath(schema, changed, way), tree),
  };
}

/** `delete …`; without words all that the context has in it. */
export function deleteEdit(
  schema: PathSchema,
  context: readonly string[],
  words: readonly string[],
): PathEdit {
  const resolved = resolveWithin(schema, context, words);
  if (resolved.kind !== 'path') return resolved;
  const { ways, partial } = resolved;
  if (words.length > 0) {
    const way: readonly PathStep[] = ways.at(-1) ?? [];
    return { kind: 'edit', edit: (tree) => deletePath(tree, way, partial) };
  }
  const isThere = (tree: ConfigTree) => sectionAt(tree, context) !== undefined;
  return { kind: 'edit', edit: (tree) => (isThere(tree) ? changeSection(tree, context, () => []) : tree) };
}
