import type { Problems } from '../yaml/problems';
import type { SourceText } from '../yaml/source-text';
import { policyMessage } from './policy-message';

/**
 * Notes characters, in comments too, of which readers of YAML make different things: some take U+2028 for the end
 * of a line, and so of a comment, and others do not. Spaces, line ends and what can be seen remain.
 */
export function checkCharacters(source: SourceText, problems: Problems): void {
  for (const { index, 0: found } of source.text.matchAll(/\r(?!\n)|[^\P{C}\r\n]|[^\P{Z} ]/gu)) {
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const name = found === '\t' ? 'a tab' : `the character U+${code}`;
    const why = `${name} is not read in the same way by every reader of YAML`;
    problems.add(source.at(index), '', policyMessage(why, 'write a space instead'));
  }
}
