/** The words of whatever was thrown on one line, also of an error from another realm, which is no `instanceof Error`. */
export function wordsOf(error: unknown): string {
  const message: unknown =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  const words = typeof message === 'string' && message !== '' ? message : String(error);
  return words.replaceAll(/\s*\n\s*/g, ' ');
}
