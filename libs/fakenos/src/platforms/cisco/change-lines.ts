import { leadingKeywords } from '../../configuration/canonical-line';
import { beginsWith } from '../../configuration/change-tree';
import type { TreeChange } from '../../configuration/diff-trees';
import type { LineGrammar } from '../../configuration/line-grammar';
import { parseSyntax } from '../../engine/parse-syntax';

/** How a language writes changes as lines that somebody could type. */
export interface ChangeLayout {
  /** What lines of one value begin with: a new one says that the old one is gone. */
  readonly settings: readonly string[];
  /** Blanks for each level. */
  readonly width: number;
  /** What closes a section, at its own depth. */
  readonly closing?: string;
}

/** What the settings of a language begin with, whatever their mode. */
export function settingKeys({ modes }: LineGrammar): readonly string[] {
  return Object.values(modes)
    .flatMap(({ settings = [] }) => settings)
    .map((setting) => leadingKeywords(parseSyntax(typeof setting === 'string' ? setting : setting.syntax)));
}

/** Changes as somebody would type them: what was added, and what was removed with `no` before it. */
export function changeLines(
  changes: readonly TreeChange[],
  layout: ChangeLayout,
  depth = 0,
): readonly string[] {
  const indent = ' '.repeat(depth * layout.width);
  const isReplaced = (text: string) => {
    const key = layout.settings.find((words) => beginsWith(positive(text), words));
    return (
      key !== undefined &&
      changes.some(({ kind, text }) => kind === 'added' && beginsWith(positive(text), key))
    );
  };
  return changes.flatMap(({ text, kind, children }) => {
    if (kind === 'removed') return isReplaced(text) ? [] : [`${indent}${negated(text)}`];
    if (!children) return [`${indent}${text}`];
    const closing = layout.closing === undefined ? [] : [`${indent}${layout.closing}`];
    return [`${indent}${text}`, ...changeLines(children, layout, depth + 1), ...closing];
  });
}

function positive(text: string): string {
  return text.startsWith('no ') ? text.slice('no '.length) : text;
}

function negated(text: string): string {
  return text.startsWith('no ') ? positive(text) : `no ${text}`;
}
