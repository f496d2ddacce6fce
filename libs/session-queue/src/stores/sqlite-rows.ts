import type { HistoryEntry } from '../history';
import type { SessionRow } from '../queue-store';
import type { EndedSession, SessionRequest } from '../session';

/** A line of the table `session`; written only by this store, so its JSON is trusted. */
export interface StoredSession {
  readonly ticket: number;
  readonly id: string;
  readonly name: string;
  readonly status: 'waiting' | 'active';
  readonly request: string;
  readonly created_at: number;
  readonly active_since: number | null;
}

/** A line of the table `history`. */
export interface StoredHistory {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly session: string | null;
  readonly lab: string | null;
  readonly detail: string | null;
  readonly data: string | null;
}

/** From table to port. */
export function toSessionRow(stored: StoredSession): SessionRow {
  const { ticket, id, name, status, created_at, active_since } = stored;
  const request = JSON.parse(stored.request) as SessionRequest;
  const row = { id, name, ticket, status, request, createdAt: new Date(created_at) };
  return active_since === null ? row : { ...row, activeSince: new Date(active_since) };
}

/** From table to port. */
export function toHistoryEntry({ seq, at, kind, session, lab, detail, data }: StoredHistory): HistoryEntry {
  return {
    seq,
    at: new Date(at),
    kind,
    ...(session !== null && { session }),
    ...(lab !== null && { lab }),
    ...(detail !== null && { detail }),
    ...(data !== null && { data: JSON.parse(data) as Record<string, unknown> }),
  };
}

/** An ended session as JSON keeps it: dates are milliseconds. */
type StoredTombstone = Omit<EndedSession, 'createdAt' | 'activeSince' | 'endedAt'> & {
  readonly createdAt: number;
  readonly activeSince?: number;
  readonly endedAt: number;
};

/** From port to table. */
export function fromEnded(ended: EndedSession): string {
  const { createdAt, activeSince, endedAt, ...rest } = ended;
  const stored: StoredTombstone = {
    ...rest,
    createdAt: createdAt.getTime(),
    ...(activeSince && { activeSince: activeSince.getTime() }),
    endedAt: endedAt.getTime(),
  };
  return JSON.stringify(stored);
}

/** From table to port. */
export function toEnded(json: string): EndedSession {
  const { createdAt, activeSince, endedAt, ...rest } = JSON.parse(json) as StoredTombstone;
  return {
    ...rest,
    createdAt: new Date(createdAt),
    ...(activeSince !== undefined && { activeSince: new Date(activeSince) }),
    endedAt: new Date(endedAt),
  };
}
