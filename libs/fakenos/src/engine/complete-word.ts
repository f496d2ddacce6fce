import type { NextWords } from './next-words';

/** What TAB adds to the word under the cursor; empty when nothing, or nothing unambiguous, can follow. */
export function completeWord({ partial, keywords }: NextWords): string {
  const [first, ...others] = keywords.map(({ label }) => label);
  if (first === undefined || partial === '') return '';
  if (others.length === 0) return `${first.slice(partial.length)} `;
  let common = first;
  for (const other of others) while (!other.startsWith(common)) common = common.slice(0, -1);
  return common.slice(partial.length);
}
