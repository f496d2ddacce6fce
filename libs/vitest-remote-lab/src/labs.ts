import type { TopologySource } from '@remote-lab/client';
import type { HeldLab, LabOptions, TestLab } from '@remote-lab/test-run';
import { testFileApi } from './test-file-api.js';

/**
 * The lab of the whole run, which `topology` in `remote-lab.config` describes. Each property throws, with what to do about
 * it, when there is no such lab or its session is gone.
 */
export const lab: TestLab = testFileApi.lab;

/**
 * The lab of a test file: called at its top level, it is acquired before the file's first test and released after the last.
 * A path counts from the test file. A file can have one.
 * @throws TestRunError while the file is loaded: `second_lab`, `other_lab`, `topology_missing`, `no_run`, `no_session`
 */
export function remoteLab(topology: TopologySource, options: LabOptions): TestLab {
  return testFileApi.remoteLab(topology, options);
}

/**
 * A lab inside of a test or hook, to be given back with `release()` or `await using`; at the latest, that happens when
 * the tests of the file are over. Building counts against the hook's or test's timeout: give it one that is long enough.
 * @throws TestRunError `other_lab`, `topology_missing`, `no_run`, `no_session`, and the client's errors
 */
export function getLab(topology: TopologySource, options: LabOptions): Promise<HeldLab> {
  return testFileApi.getLab(topology, options);
}
