import type { NextWords } from './next-words';

/** What `?` prints: a line for each word that may come next, with its help beside it. */
export function formatNextWords({ partial, keywords, placeholders, complete }: NextWords): string {
  const end = complete ? [{ label: '<cr>', help: '' }] : [];
  const words = [...keywords, ...placeholders, ...end];
  if (words.length === 0) return partial === '' ? '' : '% Unrecognized command\n';
  const width = Math.max(...words.map(({ label }) => label.length)) + 2;
  return words.map(({ label, help }) => `  ${label.padEnd(width)}${help}`.trimEnd() + '\n').join('');
}
