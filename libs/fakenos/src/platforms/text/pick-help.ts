import { parseSyntax } from '../../engine/parse-syntax';
import type { Command, Platform } from '../../engine/platform';

/** The part of a glossary that a platform's commands have use for: `?` explains no word that nobody can type. */
export function pickHelp(commands: readonly Command[], glossary: Platform['help']): Platform['help'] {
  const known = new Set<string>();
  for (const { syntax } of commands) {
    const path: string[] = [];
    for (const token of parseSyntax(syntax)) {
      const word = token.kind === 'keyword' ? token.word : `<${token.name}>`;
      path.push(word);
      known.add(word).add(path.join(' '));
    }
  }
  return Object.fromEntries(Object.entries(glossary).filter(([key]) => known.has(key)));
}
