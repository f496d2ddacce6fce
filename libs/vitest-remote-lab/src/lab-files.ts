import os from 'node:os';
import { type LabPlan, labPlan, workerNotice } from '@remote-lab/test-run';
import type { TestProject } from 'vitest/node';

const ONE_WORKER = 'Set fileParallelism: false, or move them to a project of their own that does.';
const NO_ORDER =
  "Add sequence: { sequencer: LabSequencer } from 'vitest-remote-lab/sequencer' to the root's vitest.config.";

/** What a project's test files want, also those that are not selected: Vitest sets up before it selects. */
export async function labFiles(project: TestProject): Promise<LabPlan> {
  const { testFiles } = await project.globTestFiles();
  return labPlan(testFiles);
}

/** Whether Vitest sorts files by lab. Only the sequencer at its root counts. */
export function isOrdered({ vitest }: Pick<TestProject, 'vitest'>): boolean {
  const { sequencer } = vitest.config.sequence;
  return 'groupsByLab' in sequencer && sequencer.groupsByLab === true;
}

/** How many of a project's test files Vitest runs at once. */
export function workersOf({ config, vitest }: Pick<TestProject, 'config' | 'vitest'>): number {
  // Vitest 3 keeps fileParallelism and looks at it later; since 4 it is one worker, and nothing else.
  if (Reflect.get(vitest.config, 'fileParallelism') === false) return 1;
  return config.maxWorkers || vitest.config.maxWorkers || Math.max(1, os.availableParallelism() - 1);
}

/** What to say of files that wait for each other's labs, or have them built twice; empty when all is well. */
export function labNotices(plan: LabPlan, workers: number, ordered: boolean): readonly string[] {
  const waiting = workerNotice(plan, workers, ONE_WORKER);
  return [...(waiting === undefined ? [] : [waiting]), ...(ordered ? [] : disorder(plan))];
}

function disorder(plan: LabPlan): readonly string[] {
  const shared = plan.flatMap(({ lab, fresh }) => (lab === undefined || fresh ? [] : [lab]));
  const labs = new Set(shared).size;
  if (labs < 2 || labs === shared.length) return [];
  return [
    `${shared.length} test files share ${labs} labs, but nothing puts those of one lab next to each other, so that labs ` +
      `are built several times. ${NO_ORDER}`,
  ];
}
