import { isGone, isOnlyFiles, isOnlyNoted, type LabRemains } from './lab-remains';

/**
 * The ways to remove a lab, from the gentlest on.
 * - `down`: `netlab down --cleanup`.
 * - `rebuild`: the folder again out of the copy of the bundle, `netlab create` in it, then `netlab down --cleanup`: for a
 *   folder that was deleted under a running lab.
 * - `down_force`: `netlab down --cleanup --force`, which forgets the lab also when it could not stop it.
 * - `by_hand`: containers by their label, networks, bridges, netlab's notes.
 */
export type RemovalStep = 'down' | 'rebuild' | 'down_force' | 'by_hand';

/**
 * What to do next about what is left of a lab: a step not tried yet, `done`, or `give_up`. The first attempt leaves the
 * strong means out: they destroy what would tell why the gentle ones failed. Without a way to see what runs they stay out
 * for good: then netlab's notes are all that tells of it.
 */
export function nextRemoval(
  remains: LabRemains,
  tried: readonly RemovalStep[],
  attempt: number,
): RemovalStep | 'done' | 'give_up' {
  if (isGone(remains)) return 'done';
  const untried = (step: RemovalStep): boolean => !tried.includes(step);
  if (remains.snapshot && untried('down')) return 'down';
  // Nothing runs that netlab would have to stop, and it need not even be there.
  if (isOnlyFiles(remains)) return untried('by_hand') ? 'by_hand' : 'give_up';
  if (!remains.snapshot && remains.copy && untried('rebuild')) return 'rebuild';
  if (remains.unseen !== undefined) return 'give_up';
  if (attempt < 2 && !isOnlyNoted(remains)) return 'give_up';
  if (remains.snapshot && untried('down_force')) return 'down_force';
  return untried('by_hand') ? 'by_hand' : 'give_up';
}
