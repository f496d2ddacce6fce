import { SharedRun } from '@remote-lab/test-run';

/** The run of this process. Each project provides its state to its own workers. */
export function sharedRun(): SharedRun {
  return SharedRun.ofProcess({
    owner: 'vitest-remote-lab',
    oneByOne: '--project',
    publish: () => undefined,
  });
}
