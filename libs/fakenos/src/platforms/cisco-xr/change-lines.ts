import type { TreeChange } from '../../configuration/diff-trees';
import type { ChangeLayout } from '../cisco/change-lines';
import { changeLines, settingKeys } from '../cisco/change-lines';
import { xrGrammar } from './grammar';

const LAYOUT: ChangeLayout = { settings: settingKeys(xrGrammar), width: 1, closing: '!' };

/** Changes as somebody would type them: `show configuration`. */
export function typedLines(changes: readonly TreeChange[]): readonly string[] {
  return changeLines(changes, LAYOUT);
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
