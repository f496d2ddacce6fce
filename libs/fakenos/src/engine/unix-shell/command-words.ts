import type { Word } from '../split-words';

const PROGRAMS = /^\/(?:usr\/(?:local\/)?)?s?bin\/(?=[^/]+$)/;

/** A command's words as one line, each where it stands in it. */
export function joinWords(words: readonly string[]): {
  readonly line: string;
  readonly words: readonly Word[];
} {
  let column = 0;
  const placed = words.map((text) => {
    const word = { column, text };
    column += text.length + 1;
    return word;
  });
  return { line: words.join(' '), words: placed };
}

/** `/usr/sbin/ip` is `ip`. */
export function programName(word: string): string {
  return word.replace(PROGRAMS, '');
}

/** Words as a line that the shell takes apart into just these. */
export function quoteWords(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
}
