import { TestRun, TestRunError, type TestRunOptions, writeRunState } from '@remote-lab/test-run';
import { currentRun, setCurrentRun } from './current-run';
import type { GlobalConfig, ProjectConfig } from './jest-configs';

/**
 * Opens the session of the run, acquires the lab that the configuration names, and lets the workers know. Jest may call
 * it several times: for projects with set-ups of their own, and for each run of watch mode.
 * @throws TestRunError, or the client's errors; everything has been given back then
 */
async function globalSetup(_globalConfig: GlobalConfig, projectConfig: ProjectConfig): Promise<void> {
  const options: TestRunOptions = {
    rootDir: projectConfig.rootDir,
    environment: process.env,
    runner: 'Jest',
    output: process.stderr,
  };
  const current = currentRun();
  if (current !== undefined && (await current.run.serves(options))) {
    current.testsRun = true;
    return;
  }
  if (current?.testsRun === true)
    throw new TestRunError(
      'run_conflict',
      `The project ${projectConfig.rootDir} wants another lab or session than a project before it. ` +
        'A run has one: give all projects the same remote-lab.config, at the root, or run them one after the other with --selectProjects.',
    );
  if (current !== undefined) {
    setCurrentRun(undefined);
    await current.run.close();
  }
  const run = await TestRun.start(options);
  setCurrentRun({ run, testsRun: true });
  writeRunState(run.state, process.env);
}

export { globalSetup as default };
