import {
  TestRun,
  TestRunError,
  type TestRunOptions,
  workerNotice,
  writeRunState,
} from '@remote-lab/test-run';
import { currentRun, setCurrentRun } from './current-run';
import type { GlobalConfig, ProjectConfig } from './jest-configs';
import { type TestPlan, testPlan } from './test-plan';
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
  const run = await sharedRun(options);
  setCurrentRun({ run, testsRun: true });
  writeRunState(run.state, process.env);
  if (plan === undefined) return;
  await refuseOtherProjects(run, options, plan);
  const notice = run.hasLab ? undefined : workerNotice(plan.labs, globalConfig.maxWorkers, ONE_WORKER);
  if (notice !== undefined) run.notice(notice);
}

/** The one that is there, if it will do. Jest calls no tear-down for a set-up that fails, so what is there goes first. */
async function sharedRun(options: TestRunOptions): Promise<TestRun> {
  const current = currentRun();
  if (current === undefined) return TestRun.start(options);
  try {
    if (await current.run.serves(options)) return current.run;
  } catch (error) {
    await abandon(current.run);
    throw error;
  }
  await abandon(current.run);
  if (current.testsRun) throw conflict(options.rootDir);
  return TestRun.start(options);
}

async function abandon(run: TestRun): Promise<void> {
  setCurrentRun(undefined);
  writeRunState({ phase: 'over' }, process.env);
  await run.close();
}

/** Jest calls a set-up that several projects share only once, for the first of them. */
async function refuseOtherProjects(run: TestRun, options: TestRunOptions, plan: TestPlan): Promise<void> {
  for (const rootDir of plan.rootDirs) {
    if (rootDir === options.rootDir || (await run.serves({ ...options, rootDir }))) continue;
    await abandon(run);
    throw conflict(rootDir);
  }
}

function conflict(rootDir: string): TestRunError {
  return new TestRunError(
    'run_conflict',
    `The project ${rootDir} wants another lab or server than a project before it, and a run has one session and one lab. ` +
      'Give all projects one remote-lab.config, at the root, or run them one after the other with --selectProjects.',
  );
}

export { globalSetup as default };
