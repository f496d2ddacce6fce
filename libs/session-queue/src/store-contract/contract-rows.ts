import type { SessionRow } from '../queue-store';
import type { EndedSession } from '../session';

/** A time with milliseconds, so that a store that drops them is found out. */
export const SOME_DATE = new Date('2024-05-06T07:08:09.123Z');

/** A waiting session, all of it optional parts given. */
export function waitingRow(ticket: number, over: Partial<SessionRow> = {}): SessionRow {
  return {
    id: `id-${ticket}`,
    name: `name-${ticket}`,
    ticket,
    status: 'waiting',
    request: {
      owner: 'Zoë "the" O\'Neil',
      purpose: 'nightly',
      url: 'https://ci.example/7',
      labels: { a: 'b' },
      waitTimeoutMs: 5,
    },
    createdAt: SOME_DATE,
    ...over,
  };
}

/** What is left of the session with this ticket. */
export function endedRow(ticket: number): EndedSession {
  return {
    id: `id-${ticket}`,
    name: `name-${ticket}`,
    ticket,
    reason: 'expired',
    wasActive: true,
    createdAt: SOME_DATE,
    activeSince: new Date(SOME_DATE.getTime() + 1),
    endedAt: new Date(SOME_DATE.getTime() + 2),
    explanation: 'expired after 300 s without a sign of life',
  };
}
