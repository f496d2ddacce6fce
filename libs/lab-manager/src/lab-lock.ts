import type { LabRecord } from './lab-backend';

/**
 * The part of a host lock that the lab manager uses: held for the lab manager's whole life, it keeps the record of
 * the lab where a successor finds it. `HostLock` is one.
 */
export interface LabLock {
  /** What the dead owner left from whom the lock was taken over; its record lies under `data.lab`. */
  readonly predecessor: { readonly data: Readonly<Record<string, unknown>> } | undefined;
  /** Stores these keys beside those stored before; durable when it resolves. */
  update(data: Readonly<Record<string, unknown>>): Promise<void>;
  /** Gives the lock up, with all that was stored. Idempotent. */
  release(): Promise<void>;
  /** The same for the exit hook: synchronous, never throws. */
  releaseSync(): void;
}

/** The lab record that a predecessor stored, or undefined when there is none that can be understood. */
export function readLabRecord(lock: LabLock): LabRecord | undefined {
  const stored = lock.predecessor?.data['lab'];
  if (!isMapping(stored)) return undefined;
  const { generation, identity, topology, backend, notes } = stored;
  if (typeof generation !== 'number' || !Number.isSafeInteger(generation)) return undefined;
  if (typeof identity !== 'string' || typeof topology !== 'string' || typeof backend !== 'string')
    return undefined;
  return { generation, identity, topology, backend, notes: isMapping(notes) ? notes : {} };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
