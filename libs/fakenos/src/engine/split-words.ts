/** A word of a line and where it begins (counted from 0). */
export interface Word {
  readonly column: number;
  /** Without the double quotes around it, if it was quoted. */
  readonly text: string;
}

const WORD = /"([^"]*)"(?=\s|$)|\S+/g;

/** The words of a line; a phrase in double quotes is one word. */
export function splitWords(line: string): readonly Word[] {
  return [...line.matchAll(WORD)].map((found) => ({ column: found.index, text: found[1] ?? found[0] }));
}
