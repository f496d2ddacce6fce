import { SharedRun, writeRunState } from '@remote-lab/test-run';

/** The run of this process. Workers that start from now on, and tests in this process, find its state in the environment. */
export function sharedRun(): SharedRun {
  return SharedRun.ofProcess({
    owner: 'jest-remote-lab',
    oneByOne: '--selectProjects',
    publish: (state) => writeRunState(state, process.env),
  });
}
