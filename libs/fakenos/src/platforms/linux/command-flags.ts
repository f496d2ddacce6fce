/** A Unix command's words, sorted. */
export interface CommandFlags {
  /** Letters of short options that stand alone or together: `-sr`. */
  readonly letters: readonly string[];
  /** Values of options that take one, by letter; the last one counts. */
  readonly values: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

/** Sorts the words after the command's own; `valued` are the letters that take a value: `-n 5`, `-n5`. */
export function commandFlags(words: readonly string[], valued = ''): CommandFlags {
  const letters: string[] = [];
  const values = new Map<string, string>();
  const operands: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--') operands.push(...left.splice(0));
    else if (!/^-./.test(word)) operands.push(word);
    else readLetters(word.slice(1));
  }
  return { letters, values, operands };

  function readLetters(options: string): void {
    for (const [index, letter] of [...options].entries()) {
      if (valued.includes(letter)) {
        values.set(letter, options.slice(index + 1) || (left.shift() ?? ''));
        return;
      }
      letters.push(letter);
    }
  }
}
