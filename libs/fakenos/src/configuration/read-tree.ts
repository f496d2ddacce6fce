import { beginsWith } from './change-tree';
import type { ConfigTree } from './config-tree';

/** A section, and what its line says after the words asked for: `Ethernet1` of `interface Ethernet1`. */
export interface NamedSection {
  readonly name: string;
  readonly children: ConfigTree;
}

/** The sections whose line begins with these words. */
export function sectionsOf(tree: ConfigTree, words: string): readonly NamedSection[] {
  return tree.flatMap(({ text, children }) =>
    children && beginsWith(text, words) ? [{ name: text.slice(words.length + 1), children }] : [],
  );
}

/** What follows these words on every line that begins with them. */
export function valuesOf(tree: ConfigTree, words: string): readonly string[] {
  return tree.flatMap(({ text, children }) =>
    !children && beginsWith(text, words) ? [text.slice(words.length + 1)] : [],
  );
}

/** The same for the first such line; undefined when there is none. */
export function valueOf(tree: ConfigTree, words: string): string | undefined {
  return valuesOf(tree, words)[0];
}

/** The number that follows these words; undefined when there is no such line, or no number. */
export function numberOf(tree: ConfigTree, words: string): number | undefined {
  const value = valueOf(tree, words);
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** Whether there is a line or section of exactly these words. */
export function hasLine(tree: ConfigTree, words: string): boolean {
  return tree.some(({ text }) => text === words);
}
