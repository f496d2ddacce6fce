import type { LabPlan } from '@remote-lab/test-run';

const KEY = Symbol.for('jest-remote-lab.test-plan');

/** What the sequencer found out, for the set-up that Jest calls afterwards. */
export interface TestPlan {
  readonly labs: LabPlan;
  /** Of the projects whose selected test files use labs. */
  readonly rootDirs: readonly string[];
}

/** Leaves it where the set-up finds it: Jest shares no module with it. */
export function leaveTestPlan(plan: TestPlan | undefined): void {
  Reflect.set(globalThis, KEY, plan);
}

/** What the sequencer left; `undefined` when Jest did not use it. It stays until the run is over. */
export function testPlan(): TestPlan | undefined {
  const found: unknown = Reflect.get(globalThis, KEY);
  return isTestPlan(found) ? found : undefined;
}

// Nobody else writes there.
function isTestPlan(value: unknown): value is TestPlan {
  return typeof value === 'object' && value !== null && 'labs' in value;
}
