import { writeRunState } from '@remote-lab/test-run';
import { currentRun, setCurrentRun } from './current-run';
import { leaveTestPlan } from './test-plan';
import { withoutStack } from './without-stack';
import type { GlobalConfig } from './jest-configs';

/**
 * Gives back what the set-up obtained; in watch mode, keeps it for the next run.
 * @throws RemoteLabError when the server could not be told
 */
async function globalTeardown(globalConfig: GlobalConfig): Promise<void> {
  leaveTestPlan(undefined);
  const current = currentRun();
  if (current === undefined) return;
  current.testsRun = false;
  const watching = globalConfig.watch || globalConfig.watchAll;
  if (watching && current.run.keepOnWatch) return;
  // Before anything else: a test file that starts now must know.
  writeRunState({ phase: 'over' }, process.env);
  setCurrentRun(undefined);
  try {
    await current.run.close();
  } catch (error) {
    throw withoutStack(error);
  }
}

export { globalTeardown as default };
