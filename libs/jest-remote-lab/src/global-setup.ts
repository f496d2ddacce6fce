import { type TestRunOptions, workerNotice } from '@remote-lab/test-run';
import type { GlobalConfig, ProjectConfig } from './jest-configs';
import { sharedRun } from './shared-run';
import { testPlan } from './test-plan';
import { withoutStack } from './without-stack';

const ONE_WORKER =
  'Set maxWorkers: 1 (or --runInBand), or move them to a Jest configuration of their own that does.';

/**
 * Opens the session of the run, acquires the lab that the configuration names, and lets the workers know. Jest may call
 * it several times: for projects with set-ups of their own, and for each run of watch mode.
 * @throws TestRunError, or the client's errors; everything has been given back then
 */
async function globalSetup(globalConfig: GlobalConfig, projectConfig: ProjectConfig): Promise<void> {
  try {
    await setUp(globalConfig, projectConfig);
  } catch (error) {
    throw withoutStack(error);
  }
}

async function setUp(globalConfig: GlobalConfig, projectConfig: ProjectConfig): Promise<void> {
  const plan = testPlan();
  const options: TestRunOptions = {
    rootDir: plan?.rootDirs[0] ?? projectConfig.rootDir,
    environment: process.env,
    runner: 'Jest',
    output: process.stderr,
    ...(plan !== undefined && { ordered: true, needsSession: plan.labs.some(({ usesLab }) => usesLab) }),
  };
  const shared = sharedRun();
  const run = await shared.join(options);
  if (plan === undefined) return;
  // Jest calls a set-up that several projects share only once, for the first of them.
  for (const rootDir of plan.rootDirs) await shared.admit({ ...options, rootDir });
  const notice = run.hasLab ? undefined : workerNotice(plan.labs, globalConfig.maxWorkers, ONE_WORKER);
  if (notice !== undefined) run.notice(notice);
}

export { globalSetup as default };
