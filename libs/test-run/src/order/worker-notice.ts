import type { LabPlan } from './lab-plan';

/**
 * A sentence when `workers` running at once would make test files wait for each other's labs; `remedy` says how to have
 * only one. `undefined` when all is well.
 */
export function workerNotice(plan: LabPlan, workers: number, remedy: string): string | undefined {
  const files = plan.filter(({ lab }) => lab !== undefined);
  // A file that wants a lab for itself waits for those that have the same content, too.
  const labs = new Set(files.map(({ file, fresh, lab }) => (fresh ? file : lab))).size;
  if (workers < 2 || labs < 2) return undefined;
  return (
    `${files.length} test files use ${labs} labs, and up to ${workers} workers run them: as a lab host has one lab at a ` +
    `time, they will wait for each other. ${remedy}`
  );
}
