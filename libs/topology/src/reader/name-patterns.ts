/** A name pattern longer than this is no pattern for names of 16 characters. */
const MAX_PATTERN_LENGTH = 200;

/**
 * A test for a file or name pattern with `*`, `?` and `[…]`, as Python's fnmatch has it. A star stays within one
 * part of a path.
 */
export function globMatcher(pattern: string): (name: string) => boolean {
  let source = '';
  for (let i = 0; i < pattern.length; i += 1) {
    const char = pattern.charAt(i);
    const close = char === '[' ? pattern.indexOf(']', i + 2) : -1;
    if (char === '*') {
      if (!source.endsWith('[^/]*')) source += '[^/]*';
    } else if (char === '?') source += '[^/]';
    else if (close > 0) {
      const set = pattern.slice(i + 1, close).replace(/[\\\]^]/g, '\\$&');
      source += set.startsWith('!') ? `[^${set.slice(1)}]` : `[${set}]`;
      i = close;
    } else source += char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }
  const expression = compile(source);
  return (name) => expression?.test(name) ?? false;
}

/**
 * A test for a regular expression out of a topology, which has to match the whole name.
 *
 * @returns undefined when it is not valid or when its nested repetitions could take for ever
 */
export function nameMatcher(source: string): ((name: string) => boolean) | undefined {
  if (
    source.length > MAX_PATTERN_LENGTH ||
    /\\\d|\([^)]*[*+{][^)]*\)\s*[*+{?]|\(\?[<=!]|\([^)]*\(/.test(source)
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
