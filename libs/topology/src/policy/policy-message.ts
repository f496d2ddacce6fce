/** The one sentence of this policy: what is refused and why, and what to do about it. */
export function policyMessage(why: string, remedy: string): string {
  return `not allowed by this server's topology policy: ${why}; ${remedy}`;
}
