import type { QueueDelta } from './queue-change';
import type { SessionRow } from './queue-store';
import type { EndedSession } from './session';

/** What others changed: the step from the rows in memory to the rows in the store. `findEnded` answers from the store. */
export function foreignDelta(
  known: readonly SessionRow[],
  stored: readonly SessionRow[],
  findEnded: (id: string) => EndedSession | undefined,
): QueueDelta {
  const storedIds = new Set(stored.map((row) => row.id));
  const knownById = new Map(known.map((row) => [row.id, row]));
  return {
    removed: known.filter((row) => !storedIds.has(row.id)),
    ended: known.flatMap((row) => (storedIds.has(row.id) ? [] : (findEnded(row.id) ?? []))),
    added: stored.filter((row) => !knownById.has(row.id)),
    promoted: stored.filter((row) => row.status === 'active' && knownById.get(row.id)?.status !== 'active'),
  };
}
