import type { LabRecord } from './lab-backend';
import type { LabUse } from './lab-use';

/**
 * Why the lab of a dead predecessor must go, by what was stored about it; undefined when it may stay if all of it still
 * runs. `heir` is the session that is active now: nobody else's lab is kept, since a lab is never handed on after its
 * session was lost.
 */
export function whyNotAdopted(
  record: LabRecord,
  use: LabUse | undefined,
  heir: string | undefined,
): string | undefined {
  if (use?.generation !== record.generation) return 'it was being built or torn down when its server died';
  if (use.users.some((user) => user !== heir)) return 'the session that used it has ended';
  if (use.references.some(({ owner }) => owner !== heir)) return 'the session that held it has ended';
  if (use.disposable && use.references.length === 0) return 'it was for one use only';
  return undefined;
}
