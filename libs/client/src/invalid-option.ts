import { inspect } from 'node:util';
import { RemoteLabError } from './errors';

/** The `invalid_option` that says what the option called `name` must be, and what came instead. */
export function invalidOption(name: string, expected: string, value: unknown): RemoteLabError {
  const shown =
    typeof value === 'string' ? `"${value}"` : inspect(value, { depth: 0, breakLength: Infinity });
  return new RemoteLabError('invalid_option', `${name} must be ${expected}, not ${shown}.`);
}
