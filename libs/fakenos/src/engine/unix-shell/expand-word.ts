import type { ShellWord } from './shell-line';

/** A word with its variables and a leading `~` replaced; undefined when nothing is left of it. */
export function expandWord(word: ShellWord, variable: (name: string) => string): string | undefined {
  const text = word
    .map(({ kind, value, quoted }, index) => {
      if (kind === 'variable') return variable(value);
      return index === 0 && !quoted ? value.replace(/^~(?=$|\/)/, () => variable('HOME')) : value;
    })
    .join('');
  return text === '' && !word.some(({ quoted }) => quoted) ? undefined : text;
}
