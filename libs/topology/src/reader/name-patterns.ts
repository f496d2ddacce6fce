/** A name pattern longer than this is no pattern for names of 16 characters. */
const MAX_PATTERN_LENGTH = 200;
/** Every repetition of a regular expression may try every length of a name. */
const MAX_REPETITIONS = 4;

/**
 * A test for a file or name pattern with `*`, `?` and `[…]`, as Python's fnmatch has it. A star stays within one
 * part of a path. Takes at most the length of the pattern times that of the name, whatever the pattern is.
 */
export function globMatcher(pattern: string): (name: string) => boolean {
  if (pattern.length > MAX_PATTERN_LENGTH * 5) return () => false;
  const parts = pattern.split('/').map(tokensOf);
  return (name) => {
    const names = name.split('/');
    return (
      names.length === parts.length &&
      parts.every((tokens, index) => matchesTokens(tokens, [...(names[index] ?? '')]))
    );
  };
}

type Token = '*' | ((char: string) => boolean);

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < pattern.length; i += 1) {
    const char = pattern.charAt(i);
    const close = char === '[' ? pattern.indexOf(']', i + 2) : -1;
    if (char === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (char === '?') tokens.push(() => true);
    else if (close > 0) {
      const set = pattern.slice(i + 1, close).replace(/[\\\]^]/g, '\\$&');
      const expression = compile(set.startsWith('!') ? `[^${set.slice(1)}]` : `[${set}]`);
      tokens.push((other) => expression?.test(other) ?? false);
      i = close;
    } else tokens.push((other) => other === char);
  }
  return tokens;
}

/** On a mismatch only the last star can help: it takes one more character. */
function matchesTokens(tokens: readonly Token[], chars: readonly string[]): boolean {
  let [token, char, afterStar, retry] = [0, 0, -1, 0];
  while (char < chars.length) {
    const expected = tokens[token];
    if (expected === '*') {
      token += 1;
      [afterStar, retry] = [token, char];
    } else if (expected?.(chars[char] ?? '') === true) {
      token += 1;
      char += 1;
    } else if (afterStar >= 0) {
      retry += 1;
      [token, char] = [afterStar, retry];
    } else return false;
  }
  return token === tokens.length || (token === tokens.length - 1 && tokens[token] === '*');
}

/**
 * A test for a regular expression out of a topology, which has to match the whole name.
 *
 * @returns undefined when it is not valid or when its nested repetitions could take for ever
 */
export function nameMatcher(source: string): ((name: string) => boolean) | undefined {
  if (
    source.length > MAX_PATTERN_LENGTH ||
    (source.match(/[*+?{]/g) ?? []).length > MAX_REPETITIONS ||
    /\\\d|\([^)]*[*+{|][^)]*\)\s*[*+{?]|\(\?[<=!]|\([^)]*\(/.test(source)
  )
    return undefined;
  const expression = compile(source);
  return expression === undefined ? undefined : (name) => expression.test(name);
}

/** Whether a member of a group is meant as a pattern. */
export function isPattern(name: string): boolean {
  return name.startsWith('~') || /[[\].*?!]/.test(name);
}

function compile(source: string): RegExp | undefined {
  if (source.length > MAX_PATTERN_LENGTH * 5) return undefined;
  try {
    return new RegExp(`^(?:${source})$`);
  } catch {
    return undefined;
  }
}
