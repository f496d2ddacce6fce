import { leadingKeywords } from '../../configuration/canonical-line';
import { beginsWith } from '../../configuration/change-tree';
import type { TreeChange } from '../../configuration/diff-trees';
import { parseSyntax } from '../../engine/parse-syntax';
import { xrGrammar } from './grammar';

/** What lines of one value begin with: a new one says that the old one is gone. */
const SETTINGS: readonly string[] = Object.values(xrGrammar.modes)
  .flatMap(({ settings = [] }) => settings)
  .map((setting) => leadingKeywords(parseSyntax(typeof setting === 'string' ? setting : setting.syntax)));

/** Changes as somebody would type them: what was added, and what was removed with `no` before it. */
export function changeLines(changes: readonly TreeChange[], depth = 0): readonly string[] {
  const indent = ' '.repeat(depth);
  const isReplaced = (text: string) => {
    const key = SETTINGS.find((words) => beginsWith(text, words));
    return key !== undefined && changes.some((one) => one.kind === 'added' && beginsWith(one.text, key));
  };
  return changes.flatMap(({ text, kind, children }) => {
    if (kind === 'removed') return isReplaced(text) ? [] : [`${indent}no ${text}`];
    if (!children) return [`${indent}${text}`];
    return [`${indent}${text}`, ...changeLines(children, depth + 1), `${indent}!`];
  });
}

const SIGNS = { added: '+', removed: '-', changed: ' ' } as const;

/** Changes with a sign before each line: `show commit changes diff`. */
export function signedLines(changes: readonly TreeChange[], depth = 0): readonly string[] {
  return changes.flatMap(({ text, kind, children }) => {
    const start = `${SIGNS[kind]}  ${' '.repeat(depth)}`;
    if (!children) return [`${start}${text}`];
    return [`${start}${text}`, ...signedLines(children, depth + 1), `${start}!`];
  });
}
