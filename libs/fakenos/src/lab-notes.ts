import type { LabRecord, ProcessIdentity } from '@remote-lab/lab-manager';

/** What is kept of a fake lab to find its process again, as plain JSON. */
export function labNotes(identity: ProcessIdentity): LabRecord['notes'] {
  return { ...identity };
}

/** The process that a record tells of; undefined when it tells of none. */
export function readLabNotes({ notes }: LabRecord): ProcessIdentity | undefined {
  const { pid, processStartTime, bootId } = notes;
  if (typeof pid !== 'number' || typeof processStartTime !== 'string') return undefined;
  return { pid, processStartTime, ...(typeof bootId === 'string' ? { bootId } : {}) };
}
