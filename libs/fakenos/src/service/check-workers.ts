import { nearestName } from '@remote-lab/topology';
import { FakeNosError } from '../errors';
import type { Workers } from './service-call';

/** Refuses with `unknown_worker` whatever does not mean this worker. */
export function checkWorkers(workers: Workers | undefined, hostName: string): void {
  const names = typeof workers === 'string' ? [workers] : (workers ?? ['all']);
  const strange = names.find((name) => name !== 'all' && name !== 'any' && name !== hostName);
  if (strange === undefined && names.length > 0) return;
  const nearest = strange === undefined ? undefined : nearestName(strange, ['all', 'any', hostName]);
  const what = strange === undefined ? 'No worker is named.' : `There is no worker "${strange}".`;
  const guess = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  throw new FakeNosError(
    'unknown_worker',
    `${what}${guess} This server is "${hostName}"; "all" and "any" mean it too.`,
  );
}
