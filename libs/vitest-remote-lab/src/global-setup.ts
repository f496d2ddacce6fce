import type { TestRunOptions } from '@remote-lab/test-run';
import type { TestProject } from 'vitest/node';
import { isOrdered, labFiles, labNotices, workersOf } from './lab-files.js';
import './provided-context.js';
import { sharedRun } from './shared-run.js';

/**
 * Opens the session of the run, acquires the lab that the configuration names, and lets the workers know; the result
 * gives everything back. When it fails, everything has been given back.
 * @throws TestRunError, or the client's errors
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = sharedRun();
  const plan = await labFiles(project);
  const options = optionsFor(
    project,
    plan.some(({ usesLab }) => usesLab),
  );
  const run = await shared.join(options);
  project.provide('remoteLab', run.state);
  if (!run.hasLab) {
    for (const notice of labNotices(plan, workersOf(project), isOrdered(project))) run.notice(notice);
  }
  project.onTestsRerun(async () => {
    const now = await labFiles(project);
    const again = optionsFor(
      project,
      now.some(({ usesLab }) => usesLab),
    );
    project.provide('remoteLab', (await shared.renew(again)).state);
  });
  return () => shared.leave({ watching: false });
}

function optionsFor(project: TestProject, needsSession: boolean): TestRunOptions {
  return {
    rootDir: project.config.root,
    environment: process.env,
    runner: 'Vitest',
    output: process.stderr,
    ordered: isOrdered(project),
    needsSession,
  };
}
