import type { ConfigTree } from '../../configuration/config-tree';
import { resolveWithin } from '../../configuration/path-edits';
import { splitPipes } from '../../engine/output-filters';
import type { CommandCall, CommandOutcome } from '../../engine/platform';
import { splitWords } from '../../engine/split-words';
import { compareText } from './compare-text';
import { activeText } from './inactive';
import { braceText, setText } from './junos-text';
import { junosSchema } from './schema';

/** A configuration that somebody asks to see. */
export interface ShownConfiguration {
  readonly tree: ConfigTree;
  /** The sections that are open; what is asked for is in them. */
  readonly context: readonly string[];
  /** Precedes it when the whole is shown with braces: who committed it when. */
  readonly heading?: string;
}

/** Lines of a configuration, and the sections around them. */
interface Part {
  readonly path: readonly string[];
  readonly linesOf: (tree: ConfigTree) => ConfigTree;
}

type Render = (part: Part) => string;

/** A part of a configuration, and what is done with it: `system services | display set | match ssh`. */
export function showConfiguration(
  call: CommandCall,
  typed: string,
  shown: ShownConfiguration,
): CommandOutcome {
  const [path = '', first, ...others] = ` ${typed}`.split(/\s\|\s*/).map((stage) => stage.trim());
  const words = splitWords(path).map(({ text }) => text);
  const part = partOf(shown.context, words);
  if ('unknown' in part) return part;
  const render = first === undefined ? asBraces(shown) : renderFor(first, call, shown);
  const filters = others.length === 0 ? [] : splitPipes(['show', ...others].join(' | '))?.filters;
  if (!render || !filters) return { unknown: first ?? '|' };
  const text = render(part);
  return filters.reduce((filtered, filter) => filter(filtered), text === '' ? '' : `${text}\n`);
}

function partOf(context: readonly string[], words: readonly string[]): Part | { readonly unknown: string } {
  const resolved = resolveWithin(junosSchema, context, words);
  if (resolved.kind !== 'path') return { unknown: words[resolved.at] ?? words.at(-1) ?? '' };
  const way = resolved.ways.at(-1) ?? [];
  const path = way.map(({ text }) => text);
  const { partial } = resolved;
  if (partial !== undefined) return { path, linesOf: lines(path, (text) => text.startsWith(`${partial} `)) };
  const last = way.at(-1);
  if (!last || last.node.below) return { path, linesOf: (tree) => sectionIn(tree, path) ?? [] };
  return { path: path.slice(0, -1), linesOf: lines(path.slice(0, -1), (text) => text === last.text) };
}

function lines(path: readonly string[], isShown: (text: string) => boolean): Part['linesOf'] {
  return (tree) => (sectionIn(tree, path) ?? []).filter(({ text }) => isShown(activeText(text)));
}

function sectionIn(tree: ConfigTree, path: readonly string[]): ConfigTree | undefined {
  return path.reduce<ConfigTree | undefined>(
    (section, text) => section?.find((node) => activeText(node.text) === text)?.children,
    tree,
  );
}

function asBraces({ tree, heading }: ShownConfiguration): Render {
  return ({ path, linesOf }) => {
    const text = braceText(linesOf(tree));
    return path.length === 0 && heading !== undefined ? `${heading}\n${text}` : text;
  };
}

function renderFor(stage: string, { device }: CommandCall, shown: ShownConfiguration): Render | undefined {
  const { tree } = shown;
  if (/^dis\w*\s+set$/.test(stage)) return ({ path, linesOf }) => setText(linesOf(tree), path);
  if (/^dis\w*\s+set\s+rel\w*$/.test(stage)) return ({ linesOf }) => setText(linesOf(tree));
  if (/^dis\w*\s+(?:inheritance|omit)/.test(stage)) return asBraces(shown);
  const [isCompare, back = '0'] = /^comp\w*(?:\s+roll\w*\s+(\d+))?$/.exec(stage) ?? [];
  if (isCompare === undefined) return undefined;
  const { running = [], history = [] } = device.configuration ?? {};
  const earlier = back === '0' ? running : (history[Number(back) - 1]?.tree ?? []);
  return ({ path, linesOf }) => compareText(linesOf(earlier), linesOf(tree), path);
}
