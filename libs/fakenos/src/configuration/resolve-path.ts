import type { Placeholder } from '../engine/parse-syntax';
import type { PathNode, PathSchema, PathValues, PathWords } from './path-schema';
import { quoteWord } from './quote-word';

/** One node on the way through a configuration: what it is, and its line there. */
export interface PathStep {
  readonly node: PathNode;
  /** As the configuration has it: `unit 0`, `description "to r2"`. */
  readonly text: string;
}

/** What the words of a path mean. */
export type ResolvedPath =
  | {
      readonly kind: 'path';
      /** One line may name several settings of one node, each with its own way from the root; never empty but for no words. */
      readonly ways: readonly (readonly PathStep[])[];
      /** The last way goes on with these words, which do not say which node yet: `address` without an address. */
      readonly partial?: string;
    }
  | PathMismatch;

/** Why words are no path, and which of them, counted from 0; after the last one for `incomplete`. */
export interface PathMismatch {
  readonly kind: 'unknown' | 'incomplete' | 'ambiguous';
  readonly at: number;
}

interface Place {
  readonly words: PathWords;
  /** The words of the node that has been begun, as the configuration has them. */
  readonly begun: readonly string[];
}

/** Reads a path, its keywords abbreviated perhaps. Values come without their quotes. */
export function resolvePath({ root, values }: PathSchema, words: readonly string[]): ResolvedPath {
  const ways: (readonly PathStep[])[] = [];
  let way: PathStep[] = [];
  let place: Place = below(root);
  for (let at = 0; at < words.length; at++) {
    const found = follow(place, words.slice(at), values);
    if ('kind' in found) return { kind: found.kind, at };
    at += found.used - 1;
    place = found;
    const node = place.words.node;
    if (!node) continue;
    way = [...way, { node, text: place.begun.join(' ') }];
    if (node.below) {
      place = { words: node.below, begun: [] };
      continue;
    }
    ways.push(way);
    way = way.slice(0, -1);
    place = below(way.at(-1)?.node ?? root);
  }
  const partial = place.begun.length > 0 ? place.begun.join(' ') : undefined;
  const isNew = ways.length === 0 || (ways.at(-1)?.length ?? 0) <= way.length;
  if (partial !== undefined || (isNew && way.length > 0)) ways.push(way);
  return { kind: 'path', ways, ...(partial !== undefined && { partial }) };
}

function below({ below: words }: PathNode): Place {
  return { words: words ?? { keywords: new Map() }, begun: [] };
}

function follow(
  { words, begun }: Place,
  typed: readonly string[],
  values: PathValues,
): (Place & { readonly used: number }) | { readonly kind: 'unknown' | 'ambiguous' } {
  const [word = ''] = typed;
  const keywords = keywordsFor(words, word);
  const [keyword] = keywords;
  if (keyword && keywords.length === 1) return { words: keyword[1], begun: [...begun, keyword[0]], used: 1 };
  if (words.placeholder) {
    const { token, next } = words.placeholder;
    const isRest = token.kind === 'rest';
    const value = isRest ? typed.map(quoteWord).join(' ') : read(token, word, values);
    if (value !== undefined)
      return { words: next, begun: [...begun, value], used: isRest ? typed.length : 1 };
  }
  return { kind: keywords.length > 1 ? 'ambiguous' : 'unknown' };
}

function keywordsFor({ keywords }: PathWords, word: string): readonly (readonly [string, PathWords])[] {
  const exact = keywords.get(word);
  if (exact) return [[word, exact]];
  return word === '' ? [] : [...keywords].filter(([keyword]) => keyword.startsWith(word));
}

function read(token: Placeholder, word: string, values: PathValues): string | undefined {
  if (token.kind === 'number') {
    const number = /^\d{1,15}$/.test(word) ? Number(word) : NaN;
    return number >= token.min && number <= token.max ? String(number) : undefined;
  }
  return Object.hasOwn(values, token.name) ? values[token.name]?.(word) : quoteWord(word);
}
