import { compileLinePattern } from '../../engine/line-pattern';
import type { CommandCall, CommandEffect } from '../../engine/platform';
import { commandFlags } from './command-flags';
import type { LinuxFiles } from './linux-files';
import { linesOf, textInput } from './text-input';

const KNOWN = 'cEFinqsvxh';
const NO_MATCH = 1;
const TROUBLE = 2;

/** `grep`: lines with a pattern, or without it; status 1 when there are none. */
export function grep(files: LinuxFiles, call: CommandCall): CommandEffect {
  const { letters, values, operands } = commandFlags(call.words.slice(1), 'e');
  const unknown = letters.find((letter) => !KNOWN.includes(letter));
  if (unknown !== undefined) return { error: `grep: invalid option -- '${unknown}'`, status: TROUBLE };
  const [pattern, ...paths] = [...(values.has('e') ? [values.get('e')] : []), ...operands];
  if (pattern === undefined) return { error: 'Usage: grep [OPTION]... PATTERNS [FILE]...', status: TROUBLE };

  const has = (letter: string) => letters.includes(letter);
  const matches = lineMatcher(pattern, call.words[0] === 'egrep' ? [...letters, 'E'] : letters);
  const { text, error } = textInput(
    files,
    call,
    paths.filter((path) => path !== undefined),
  );
  const found = linesOf(text)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => matches(line) !== has('v'));
  const status = found.length > 0 ? 0 : error === '' ? NO_MATCH : TROUBLE;
  if (has('q')) return { error, status };
  const output = has('c')
    ? String(found.length)
    : found.map(({ line, number }) => `${has('n') ? `${number}:` : ''}${line}\n`).join('');
  return { output, error, status };
}

function lineMatcher(pattern: string, letters: readonly string[]): (line: string) => boolean {
  const ignoresCase = letters.includes('i');
  const cased = (text: string) => (ignoresCase ? text.toLowerCase() : text);
  if (letters.includes('F')) return (line) => cased(line).includes(cased(pattern));
  const extended = letters.includes('E') ? pattern : basicToExtended(pattern);
  const anchored = letters.includes('x') ? `^(${extended})$` : extended;
  const matches = compileLinePattern(ignoresCase ? lowered(anchored) : anchored);
  return (line) => matches(cased(line));
}

/** In a basic expression `\|` is an alternative and `|` a character, likewise the other signs. */
function basicToExtended(pattern: string): string {
  return pattern.replace(
    /\[\^?\]?[^\]]*\]|\\([|()+?])|([|()+?])|\\./gs,
    (whole, sign?: string, literal?: string) => sign ?? (literal === undefined ? whole : `\\${literal}`),
  );
}

/** Lower case but for what follows a backslash: `\S` is not `\s`. */
function lowered(pattern: string): string {
  return pattern.replace(/\\.|[^\\]+/gs, (part) => (part.startsWith('\\') ? part : part.toLowerCase()));
}
