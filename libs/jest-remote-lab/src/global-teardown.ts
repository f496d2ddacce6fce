import type { GlobalConfig } from './jest-configs';
import { sharedRun } from './shared-run';
import { leaveTestPlan } from './test-plan';
import { withoutStack } from './without-stack';

/**
 * Gives back what the set-up obtained; in watch mode, keeps it for the next run.
 * @throws RemoteLabError when the server could not be told
 */
async function globalTeardown(globalConfig: GlobalConfig): Promise<void> {
  leaveTestPlan(undefined);
  try {
    await sharedRun().leave({ watching: globalConfig.watch || globalConfig.watchAll });
  } catch (error) {
    throw withoutStack(error);
  }
}

export { globalTeardown as default };
