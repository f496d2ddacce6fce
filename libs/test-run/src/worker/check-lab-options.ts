import { nearestName } from '@remote-lab/topology';
import { TestRunError } from '../errors';

const NAMES = ['reuse', 'extraFiles', 'timeout'];

/**
 * Plain JavaScript has no compiler that would tell, and the client would tell when the lab's turn has come only.
 * @throws TestRunError `invalid_options`
 */
export function checkLabOptions(testFile: string, name: string, options: unknown): void {
  const given = typeof options === 'object' && options !== null ? options : {};
  for (const option of Object.keys(given)) {
    if (NAMES.includes(option)) continue;
    const meant = nearestName(option, NAMES);
    const hint = meant === undefined ? `There are ${NAMES.join(', ')}.` : `Did you mean ${meant}?`;
    throw new TestRunError(
      'invalid_options',
      `${testFile} asks for ${name} with an unknown option "${option}". ${hint}`,
    );
  }
  if (typeof Reflect.get(given, 'reuse') === 'boolean') return;
  throw new TestRunError(
    'invalid_options',
    `${testFile} asks for ${name} and does not say whether it may be shared. Give { reuse: true } for a lab that may have ` +
      'been used before and is kept for the next, or { reuse: false } for a fresh one.',
  );
}
