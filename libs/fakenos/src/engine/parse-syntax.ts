/** One step of a command's syntax. */
export type SyntaxToken = { readonly optional: boolean } & (
  { readonly kind: 'keyword'; readonly word: string } | Placeholder
);

/** A step whose word the user chooses: one word, a number in a range, or the rest of the line. */
export type Placeholder =
  | { readonly kind: 'word'; readonly name: string }
  | { readonly kind: 'number'; readonly name: string; readonly min: number; readonly max: number }
  | { readonly kind: 'rest'; readonly name: string };

const PLACEHOLDER = /^<([\w-]+)(?:(\.\.\.)|:(\d+)-(\d+))?>$/;

/** Reads a `Command.syntax`. Throws an Error that names the word it cannot read: a mistake of the platform's author. */
export function parseSyntax(syntax: string): readonly SyntaxToken[] {
  const words = syntax.split(/\s+/).filter((word) => word !== '');
  const tokens = words.map((word) => parseToken(word, syntax));
  if (tokens.length === 0) throw new Error('A command needs at least one word in its syntax.');
  const rest = tokens.findIndex((token) => token.kind === 'rest');
  if (rest !== -1 && rest !== tokens.length - 1) {
    throw new Error(
      `Nothing can follow "${words[rest]}" in the syntax "${syntax}": it takes the rest of the line.`,
    );
  }
  return tokens;
}

function parseToken(word: string, syntax: string): SyntaxToken {
  const optional = word.length > 2 && word.startsWith('[') && word.endsWith(']');
  const inner = optional ? word.slice(1, -1) : word;
  if (!inner.startsWith('<') || inner === '<') return { kind: 'keyword', word: inner, optional };
  const [, name, rest, min, max] = PLACEHOLDER.exec(inner) ?? [];
  if (name === undefined) throw new Error(`"${word}" in the syntax "${syntax}" is not a placeholder.`);
  if (rest !== undefined) return { kind: 'rest', name, optional };
  if (min === undefined || max === undefined) return { kind: 'word', name, optional };
  return { kind: 'number', name, min: Number(min), max: Number(max), optional };
}
