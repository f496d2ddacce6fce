import type { CommandLeaf, CommandNode, CommandTree } from './command-tree';
import type { Placeholder } from './parse-syntax';
import type { Command } from './platform';
import type { Word } from './split-words';
import { splitWords } from './split-words';

/** What a line means in a mode. Columns count from 0 within the line. */
export type LineMatch =
  | { readonly kind: 'match'; readonly command: Command; readonly args: Readonly<Record<string, string>> }
  | LineMismatch;

/** Why a line means nothing: a word nobody knows, too few words, or a word that begins several keywords. */
export interface LineMismatch {
  readonly kind: 'unknown' | 'incomplete' | 'ambiguous';
  readonly column: number;
}

interface Step {
  readonly name: string;
  readonly value: string;
  readonly keyword: boolean;
}

interface Walk {
  readonly line: string;
  readonly words: readonly Word[];
  readonly abbreviated: boolean;
}

/**
 * Finds the command that a line (one word at least) calls in `mode`, or the furthest point at which it
 * stops making sense. `words` are the line's own unless told otherwise.
 */
export function matchLine(
  tree: CommandTree,
  mode: string,
  line: string,
  words: readonly Word[] = splitWords(line),
): LineMatch {
  const abbreviated = tree.modeOf(mode).words === 'abbreviated';
  const walk = { line, words, abbreviated };
  const outcomes = tree.rootsOf(mode).map((root) => descend(root, walk, []));
  return outcomes.find((outcome) => outcome.kind === 'match') ?? furthest(outcomes.filter(isMismatch));
}

function descend(node: CommandNode, walk: Walk, path: readonly Step[]): LineMatch {
  const word = walk.words[path.length];
  if (!word) {
    if (node.leaf) return { kind: 'match', command: node.leaf.command, args: collectArgs(node.leaf, path) };
    return { kind: 'incomplete', column: walk.line.length };
  }
  const mismatches: LineMismatch[] = [];
  const keywords = matchingKeywords(node, word.text, walk.abbreviated);
  const [keyword] = keywords;
  if (keywords.length > 1) mismatches.push({ kind: 'ambiguous', column: word.column });
  else if (keyword) {
    const [name, next] = keyword;
    const outcome = descend(next, walk, [...path, { name, value: name, keyword: true }]);
    if (outcome.kind === 'match') return outcome;
    mismatches.push(outcome);
  }
  for (const { placeholder, node: next } of node.placeholders) {
    const value = accept(placeholder, word, walk.line);
    if (value === undefined) continue;
    const step = { name: placeholder.name, value, keyword: false };
    const taken =
      placeholder.kind === 'rest' ? { ...walk, words: walk.words.slice(0, path.length + 1) } : walk;
    const outcome = descend(next, taken, [...path, step]);
    if (outcome.kind === 'match') return outcome;
    mismatches.push(outcome);
  }
  return furthest([...mismatches, { kind: 'unknown', column: word.column }]);
}

/** The keywords that `text` may stand for: itself when it is one, else, if abbreviations are fine, all it begins. */
export function matchingKeywords(
  node: CommandNode,
  text: string,
  abbreviated: boolean,
): readonly (readonly [string, CommandNode])[] {
  const exact = node.keywords.get(text);
  if (exact) return [[text, exact]];
  if (!abbreviated || text === '') return [];
  const lower = text.toLowerCase();
  const begun = [...node.keywords].filter(([keyword]) => keyword.toLowerCase().startsWith(lower));
  const whole = begun.filter(([keyword]) => keyword.length === text.length);
  return whole.length > 0 ? whole.slice(0, 1) : begun;
}

/** The value that a placeholder takes from a word, or undefined when it refuses it. */
export function accept(placeholder: Placeholder, word: Word, line: string): string | undefined {
  if (placeholder.kind === 'rest') return line.slice(word.column).trim();
  if (placeholder.kind === 'word') return word.text;
  if (!/^\d{1,15}$/.test(word.text)) return undefined;
  const number = Number(word.text);
  return number >= placeholder.min && number <= placeholder.max ? String(number) : undefined;
}

function collectArgs(leaf: CommandLeaf, path: readonly Step[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    path
      .filter((step) => !step.keyword || leaf.optionalKeywords.has(step.name))
      .map((step) => [step.name, step.value]),
  );
}

function isMismatch(outcome: LineMatch): outcome is LineMismatch {
  return outcome.kind !== 'match';
}

const TELLING = ['unknown', 'incomplete', 'ambiguous'] as const;

function furthest(mismatches: readonly LineMismatch[]): LineMismatch {
  const rank = (mismatch: LineMismatch) => TELLING.indexOf(mismatch.kind);
  return mismatches.reduce<LineMismatch>(
    (best, next) =>
      next.column > best.column || (next.column === best.column && rank(next) > rank(best)) ? next : best,
    { kind: 'unknown', column: 0 },
  );
}
