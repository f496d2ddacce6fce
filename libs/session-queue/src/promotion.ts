import type { SessionStatus } from './session';

/**
 * The rule that makes the queue strict: whoever has the smallest ticket is active. Given the live sessions in ticket
 * order, answers the one to promote now, or undefined when the rule holds already. Looks at the first one only.
 */
export function whomToPromote<T extends { readonly status: SessionStatus }>(
  inTicketOrder: Iterable<T>,
): T | undefined {
  for (const first of inTicketOrder) return first.status === 'waiting' ? first : undefined;
  return undefined;
}
