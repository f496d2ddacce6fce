import type { Placeholder, SyntaxToken } from '../engine/parse-syntax';
import { parseSyntax } from '../engine/parse-syntax';

/** A path-structured configuration language, ready to read paths with. */
export interface PathSchema {
  readonly root: PathNode;
  readonly values: PathValues;
}

/**
 * Reads the placeholders of that name and writes them as the platform does: an address as it is, a name in quotes. Undefined
 * refuses the word. A placeholder without a reader takes every word, and quotes it where it must.
 */
export type PathValues = Readonly<Record<string, (typed: string) => string | undefined>>;

/** A node of the language: `unit <unit:0-16385>`. */
export interface PathNode {
  /** As declared, without `*`. */
  readonly syntax: string;
  /** Stands beside others of its kind; otherwise a new value replaces the one there. */
  readonly many: boolean;
  /** How many words say which setting this is, before its value: 1 of `mtu <mtu:256-9192>`. */
  readonly keywords: number;
  /** Its place among its siblings. */
  readonly rank: number;
  /** Exists only while there is something in it: `interfaces`, but neither `unit 0` nor `family inet`. */
  readonly implied: boolean;
  /** What may stand in it; undefined for a setting. */
  readonly below?: PathWords;
}

/** The next word of a path. */
export interface PathWords {
  readonly keywords: ReadonlyMap<string, PathWords>;
  readonly placeholder?: { readonly token: Placeholder; readonly next: PathWords };
  /** A node whose words are complete here. */
  readonly node?: PathNode;
}

interface GrowingWords {
  readonly keywords: Map<string, GrowingWords>;
  placeholder?: { readonly token: Placeholder; readonly next: GrowingWords };
  node?: GrowingNode;
}

type GrowingNode = Omit<PathNode, 'many' | 'below'> & {
  many: boolean;
  children: number;
  below?: GrowingWords;
};

/**
 * Reads a language from its paths, a line each: `interfaces / <interface> / unit <unit:0-16385> / family inet / address
 * <prefix>*`. A blank, a slash and a blank part the nodes, words and placeholders are those of `Command.syntax` (none of
 * them optional), `*` at the end marks what may stand there many times. Siblings are shown in the order of their first lines.
 * Throws for a line that makes no sense: a mistake of the platform's author.
 */
export function pathSchema(paths: readonly string[], values: PathValues = {}): PathSchema {
  const root = growNode('', [], 0);
  root.below = growWords();
  for (const path of paths) {
    let at = root;
    for (const segment of path.split(' / ')) at = grow(at, segment.trim());
  }
  return { root, values };
}

function grow(parent: GrowingNode, segment: string): GrowingNode {
  const many = segment.endsWith('*');
  const syntax = many ? segment.slice(0, -1) : segment;
  const tokens = parseSyntax(syntax);
  parent.below ??= growWords();
  let words = parent.below;
  for (const token of tokens) words = nextWords(words, token, syntax);
  words.node ??= growNode(syntax, tokens, parent.children++);
  words.node.many ||= many;
  return words.node;
}

function nextWords(words: GrowingWords, token: SyntaxToken, syntax: string): GrowingWords {
  if (token.kind === 'keyword') {
    const next = words.keywords.get(token.word) ?? growWords();
    words.keywords.set(token.word, next);
    return next;
  }
  words.placeholder ??= { token, next: growWords() };
  if (words.placeholder.token.name !== token.name)
    throw new Error(
      `"${syntax}": both <${words.placeholder.token.name}> and <${token.name}> could stand there.`,
    );
  return words.placeholder.next;
}

function growWords(): GrowingWords {
  return { keywords: new Map() };
}

function growNode(syntax: string, tokens: readonly SyntaxToken[], rank: number): GrowingNode {
  const value = tokens.findIndex(({ kind }) => kind !== 'keyword');
  const keywords = value === -1 ? tokens.length : value;
  return { syntax, many: false, keywords, rank, implied: tokens.length === 1 && keywords === 1, children: 0 };
}
