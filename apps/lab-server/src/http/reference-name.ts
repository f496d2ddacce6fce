import type { ReferenceName } from '@remote-lab/lab-manager';
import { validationRefusal } from './validation';

/** A reference as it is named on the wire: `GENERATION.ID`. */
export function writeReference({ generation, id }: ReferenceName): string {
  return `${generation}.${id}`;
}

/** Reads it back; undefined when none was given. @throws {Refusal} `validation_error` for anything else. */
export function readReference(given: unknown): ReferenceName | undefined {
  if (given === undefined) return undefined;
  const [, generation, id] = (typeof given === 'string' && /^(\d{1,15})\.(\d{1,15})$/.exec(given)) || [];
  if (generation === undefined || id === undefined) {
    const msg = 'Value error, expected the reference that POST /lab answered with';
    const input = typeof given === 'string' ? given.slice(0, 50) : null;
    throw validationRefusal([{ type: 'value_error', loc: ['query', 'reference'], msg, input }]);
  }
  return { generation: Number(generation), id: Number(id) };
}
