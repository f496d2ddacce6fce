/** The `code` of whatever was thrown, if it has one. Asks no class: errors of another realm or package count too. */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
