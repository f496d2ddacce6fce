import type { Reference } from '@remote-lab/topology';
import type { LabState } from './lab-state';

/** Who uses the lab that is up: kept beside its record, so that a successor can go on with it. */
export interface LabUse {
  readonly generation: number;
  readonly references: readonly Reference[];
  readonly users: readonly string[];
  readonly disposable: boolean;
}

/** The use of a lab that is up; null in every other state, since nobody goes on with a lab that is half built or half gone. */
export function useOf(state: LabState): LabUse | null {
  if (state.name !== 'in_use' && state.name !== 'idle') return null;
  const { generation } = state.lab;
  const { users } = state;
  return state.name === 'idle'
    ? { generation, users, references: [], disposable: false }
    : { generation, users, references: state.references, disposable: state.disposable };
}

/** A use as it was stored; undefined when there is none that can be understood. */
export function readLabUse(stored: unknown): LabUse | undefined {
  if (!isMapping(stored)) return undefined;
  const { generation, references, users, disposable } = stored;
  if (typeof generation !== 'number' || typeof disposable !== 'boolean') return undefined;
  if (!Array.isArray(references) || !references.every(isReference)) return undefined;
  if (!Array.isArray(users) || !users.every((user) => typeof user === 'string')) return undefined;
  return { generation, references, users, disposable };
}

function isReference(value: unknown): value is Reference {
  return isMapping(value) && Number.isSafeInteger(value['id']) && typeof value['owner'] === 'string';
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
