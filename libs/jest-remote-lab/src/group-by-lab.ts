import { groupByLab as group, labPlan } from '@remote-lab/test-run';
import { leaveTestPlan } from './test-plan';

/** What is needed of Jest's `Test`. */
export interface JestTest {
  readonly path: string;
  readonly context: { readonly config: { readonly rootDir: string } };
}

/**
 * Puts test files with the same lab next to each other, for a sequencer of one's own: `sort` returns what this resolves
 * with. The set-up then knows, too, whether any of them needs a session.
 */
export async function groupByLab<Test extends JestTest>(tests: readonly Test[]): Promise<Test[]> {
  const labs = await labPlan(tests.map(({ path }) => path));
  const plans = new Map(labs.map((planned) => [planned.file, planned]));
  const users = tests.filter(({ path }) => plans.get(path)?.usesLab);
  leaveTestPlan({ labs, rootDirs: [...new Set(users.map(({ context }) => context.config.rootDir))] });
  return group(tests, ({ path }) => plans.get(path)?.lab);
}
