import { nearestName } from '@remote-lab/topology';
import { RemoteLabError } from './errors';

/**
 * A misspelt option would be one that is silently not heard. `subject` is what takes the options, such as `connect`.
 * @throws RemoteLabError `invalid_option` for a name that is none of `names`, with the nearest that is
 */
export function checkOptionNames(options: object, names: readonly string[], subject: string): void {
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue;
    const meant = nearestName(name, names);
    throw new RemoteLabError(
      'invalid_option',
      `${subject} has no option "${name}". ` +
        (meant === undefined ? `There are: ${names.toSorted().join(', ')}.` : `Did you mean ${meant}?`),
    );
  }
}
