import { createLabApi, type FileHooks, readRunState } from '@remote-lab/test-run';
import { jestHooks } from './jest-hooks';

const hooks = jestHooks();

/** The functions for the test file that is being run: Jest loads modules anew for each. */
export const testFileApi = createLabApi({
  hooks: hooks ?? outsideOfTests(),
  state: () => readRunState(process.env),
  setupHint:
    "Add preset: 'jest-remote-lab' to jest.config, or its globalSetup, 'jest-remote-lab/global-setup'.",
  output: process.stderr,
  orderHint:
    "Set testSequencer: 'jest-remote-lab/sequencer' at the root of jest.config; inside of projects, Jest ignores it.",
});

if (hooks !== undefined) testFileApi.watchFile();

function outsideOfTests(): FileHooks {
  const refuse = (): never => {
    throw new Error('jest-remote-lab has labs for test files that Jest runs, and for nothing else.');
  };
  return { beforeAll: refuse, afterAll: refuse, testFile: refuse };
}
