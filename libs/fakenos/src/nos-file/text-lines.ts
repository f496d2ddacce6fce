/** Everything that ends a line for Python, whose rules platform files are written for. */
const LINE_END = new RegExp(`\\r\\n|[\\n\\r\\v\\f${between(0x1c, 0x1e)}\\u0085\\u2028\\u2029]`);
/** Everything that Python strips. */
const BLANK = `[\\t-\\r ${between(0x1c, 0x1f)}\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]`;
const LEADING = new RegExp(`^${BLANK}+`);
const TRAILING = new RegExp(`${BLANK}$`);

/** The lines of a text without their ends, like Python's splitlines: a line end at the very end begins no line. */
export function splitLines(text: string): readonly string[] {
  const lines = text.split(LINE_END);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** A text without blanks around it, like Python's strip. */
export function stripBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && TRAILING.test(text.slice(end - 1, end))) end--;
  return text.slice(0, end).replace(LEADING, '');
}

function between(first: number, last: number): string {
  const escape = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
  return `${escape(first)}-${escape(last)}`;
}
