/** Jest prints the stack of what a hook throws, and of a refusal that has a code it would be twenty lines about Jest and us. */
export function withoutStack(error: unknown): unknown {
  if (error instanceof Error && 'code' in error) error.stack = `${error.name}: ${error.message}`;
  return error;
}
