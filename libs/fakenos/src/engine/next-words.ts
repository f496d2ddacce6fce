import type { CommandNode, CommandTree } from './command-tree';
import { accept, matchingKeywords } from './match-line';
import { takesPattern } from './output-filters';
import type { Placeholder } from './parse-syntax';
import type { Platform } from './platform';
import { splitWords } from './split-words';

/** What may be typed next after a piece of a line. */
export interface NextWords {
  /** The beginning of the word under the cursor; empty after a blank. */
  readonly partial: string;
  /** Keywords that continue `partial`, sorted. */
  readonly keywords: readonly NextWord[];
  /** Placeholders that would take `partial`. */
  readonly placeholders: readonly NextWord[];
  /** The line may end here. */
  readonly complete: boolean;
}

/** A word as `?` shows it, and the line of help it has. */
export interface NextWord {
  readonly label: string;
  readonly help: string;
}

interface Position {
  readonly node: CommandNode;
  readonly path: readonly string[];
}

/** Looks ahead from `text`, the part of a line left of the cursor. */
export function nextWords(tree: CommandTree, mode: string, text: string): NextWords {
  const commands = nextOfCommands(tree, mode, text.endsWith('|') ? `${text} ` : text);
  const [, command, stage] = /^(.*)\s\|\s*(.*)$/s.exec(text) ?? [];
  if (command === undefined || stage === undefined) return commands;
  const canEnd = nextOfCommands(tree, mode, `${command.split(/\s\|/)[0] ?? ''} `).complete;
  return canEnd ? merged(commands, nextOfFilter(tree.platform, stage)) : commands;
}

/** After a pipe: the filters of the platform, or the pattern that one of them takes. */
function nextOfFilter({ filters = {} }: Platform, stage: string): NextWords {
  const [, word = '', argument] = /^(\S*)(?:\s+(.*))?$/s.exec(stage) ?? [];
  if (argument === undefined) {
    const begun = Object.entries(filters).filter(([name]) => name.startsWith(word));
    const keywords = begun.map(([label, help]) => ({ label, help }));
    return { partial: word, keywords, placeholders: [], complete: false };
  }
  const wanted = takesPattern(word) ? [{ label: 'LINE', help: 'Regular expression' }] : [];
  return { partial: argument, keywords: [], placeholders: wanted, complete: wanted.length === 0 };
}

function merged(commands: NextWords, filters: NextWords): NextWords {
  return {
    partial: filters.partial,
    keywords: sorted([...commands.keywords, ...filters.keywords]),
    placeholders: sorted([...commands.placeholders, ...filters.placeholders]),
    complete: commands.complete || filters.complete,
  };
}

function nextOfCommands(tree: CommandTree, mode: string, text: string): NextWords {
  const abbreviated = tree.modeOf(mode).words === 'abbreviated';
  const words = splitWords(text);
  const last = words.at(-1);
  const partial = last && !/\s$/.test(text) ? last.text : '';
  const before = partial === '' ? words : words.slice(0, -1);
  let positions: readonly Position[] = tree.rootsOf(mode).map((node) => ({ node, path: [] }));
  for (const word of before) {
    positions = positions.flatMap(({ node, path }) => [
      ...unique(matchingKeywords(node, word.text, abbreviated)).map(([keyword, next]) => ({
        node: next,
        path: [...path, keyword],
      })),
      ...node.placeholders
        .filter(({ placeholder }) => accept(placeholder, word, text) !== undefined)
        .map((edge) => ({ node: edge.node, path: [...path, `<${edge.placeholder.name}>`] })),
    ]);
  }
  return {
    partial,
    keywords: sorted(
      positions.flatMap((position) => keywordsFrom(tree.platform, position, partial, abbreviated)),
    ),
    placeholders: sorted(positions.flatMap((position) => placeholdersFrom(tree.platform, position, partial))),
    complete: partial === '' && positions.some(({ node }) => node.leaf !== undefined),
  };
}

function keywordsFrom(
  platform: Platform,
  { node, path }: Position,
  partial: string,
  abbreviated: boolean,
): readonly NextWord[] {
  const begins = (keyword: string) =>
    abbreviated ? keyword.toLowerCase().startsWith(partial.toLowerCase()) : keyword.startsWith(partial);
  return [...node.keywords.keys()]
    .filter(begins)
    .map((keyword) => ({ label: keyword, help: helpFor(platform, path, keyword) }));
}

function placeholdersFrom(
  platform: Platform,
  { node, path }: Position,
  partial: string,
): readonly NextWord[] {
  const word = { column: 0, text: partial };
  return node.placeholders
    .filter(({ placeholder }) => partial === '' || accept(placeholder, word, partial) !== undefined)
    .map(({ placeholder }) => ({
      label: placeholderLabel(placeholder),
      help: helpFor(platform, path, `<${placeholder.name}>`),
    }));
}

function placeholderLabel(placeholder: Placeholder): string {
  switch (placeholder.kind) {
    case 'number':
      return `<${placeholder.min}-${placeholder.max}>`;
    case 'rest':
      return 'LINE';
    case 'word':
      return 'WORD';
  }
}

function helpFor(platform: Platform, path: readonly string[], word: string): string {
  const lookUp = (key: string) => (Object.hasOwn(platform.help, key) ? platform.help[key] : undefined);
  return lookUp([...path, word].join(' ')) ?? lookUp(word) ?? '';
}

function unique<T>(candidates: readonly T[]): readonly T[] {
  return candidates.length === 1 ? candidates : [];
}

function sorted(words: readonly NextWord[]): readonly NextWord[] {
  const byLabel = new Map<string, NextWord>();
  for (const word of words) if (!byLabel.has(word.label)) byLabel.set(word.label, word);
  return [...byLabel.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
}
