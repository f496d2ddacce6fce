/** A word as a path-structured language writes it: in double quotes where it would not be one word otherwise. */
export function quoteWord(word: string): string {
  return /^[^\s;{}[\]"|#]+$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`;
}

/** What such a word says. */
export function unquoteWord(word: string): string {
  return /^".*"$/s.test(word) ? word.slice(1, -1).replaceAll('\\"', '"') : word;
}
