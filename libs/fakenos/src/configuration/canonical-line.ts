import type { SyntaxToken } from '../engine/parse-syntax';

/** A line as the platform writes it, however it was abbreviated: its keywords in full, its values as read. */
export function canonicalLine(
  tokens: readonly SyntaxToken[],
  args: Readonly<Record<string, string>>,
): string {
  return tokens
    .flatMap((token) => {
      if (token.kind !== 'keyword') return args[token.name] ?? [];
      return !token.optional || token.word in args ? token.word : [];
    })
    .join(' ');
}

/** The keywords that a line begins with: `ip address` of `ip address <address> <mask>`. */
export function leadingKeywords(tokens: readonly SyntaxToken[]): string {
  const end = tokens.findIndex((token) => token.kind !== 'keyword' || token.optional);
  return canonicalLine(end === -1 ? tokens : tokens.slice(0, end), {});
}
