/** Whether a name has one of the characters that stand for others: `*`, `?` and `[…]`. */
export function isGlob(name: string): boolean {
  return /[*?[]/.test(name);
}

/** The folder below which everything lies that the pattern can match; `''` is the topology's. */
export function fixedFolder(pattern: string): string {
  const parts = pattern.split('/').slice(0, -1);
  const first = parts.findIndex(isGlob);
  return parts.slice(0, first < 0 ? parts.length : first).join('/');
}

/** Whether the pattern matches the whole name, part by part. A star takes time in proportion to the name, not more. */
export function matchesGlob(pattern: string, name: string): boolean {
  const patterns = pattern.split('/');
  const parts = name.split('/');
  return (
    patterns.length === parts.length && patterns.every((each, index) => matchesPart(each, parts[index] ?? ''))
  );
}

type Token = '*' | ((char: string) => boolean);

/** After a mismatch only the last star can help, by taking one more character. */
function matchesPart(pattern: string, name: string): boolean {
  const tokens = [...pattern.matchAll(/\*+|\[!?[^][^\]]*\]|[^]/gu)].map(([text]) => tokenOf(text));
  const chars = [...name];
  let [token, char] = [0, 0];
  let star: { readonly next: number; taken: number } | undefined;
  while (char < chars.length) {
    const expected = tokens[token];
    if (expected === '*') {
      star = { next: token + 1, taken: char };
      token += 1;
    } else if (expected?.(chars[char] ?? '')) {
      token += 1;
      char += 1;
    } else if (star !== undefined) {
      star.taken += 1;
      [token, char] = [star.next, star.taken];
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest === '*');
}

function tokenOf(text: string): Token {
  if (text.startsWith('*')) return '*';
  if (text === '?') return () => true;
  if (!text.startsWith('[') || text.length === 1) return (char) => char === text;
  const negated = text.startsWith('[!');
  const members = rangesOf([...text.slice(negated ? 2 : 1, -1)]);
  return (char) => members.some(([from, to]) => char >= from && char <= to) !== negated;
}

function rangesOf(chars: readonly string[]): readonly (readonly [string, string])[] {
  const ranges: (readonly [string, string])[] = [];
  for (let index = 0; index < chars.length; index += 1) {
    const [from = '', dash, to] = chars.slice(index, index + 3);
    const isRange = dash === '-' && to !== undefined;
    ranges.push([from, isRange ? to : from]);
    if (isRange) index += 2;
  }
  return ranges;
}
