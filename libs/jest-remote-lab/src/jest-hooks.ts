import { createRequire } from 'node:module';
import type { FileHooks } from '@remote-lab/test-run';

/** As long as timers can be: waiting for a lab has deadlines of its own. */
const NO_LIMIT_MS = 2 ** 31 - 1;

interface JestGlobals {
  readonly beforeAll: (work: () => Promise<void>, timeout: number) => void;
  readonly afterAll: (work: () => Promise<void>, timeout: number) => void;
  readonly expect: { getState(): { readonly testPath?: string; readonly currentTestName?: string } };
}

/** The hooks of the test file that Jest is running; `undefined` where it is running none. */
export function jestHooks(): FileHooks | undefined {
  const globals = jestGlobals();
  if (globals === undefined) return undefined;
  const { beforeAll, afterAll, expect } = globals;
  return {
    beforeAll: (work) => beforeAll(work, NO_LIMIT_MS),
    afterAll: (work) => afterAll(work, NO_LIMIT_MS),
    isTestRunning: () => expect.getState().currentTestName !== undefined,
    testFile() {
      const { testPath } = expect.getState();
      if (testPath === undefined) throw new Error('Jest does not tell which test file it runs.');
      return testPath;
    },
  };
}

/** Jest's runtime serves this module to test files; anywhere else it refuses to load, or is not installed. */
function jestGlobals(): JestGlobals | undefined {
  try {
    const globals: unknown = createRequire(__filename)('@jest/globals');
    return isJestGlobals(globals) ? globals : undefined;
  } catch {
    return undefined;
  }
}

function isJestGlobals(value: unknown): value is JestGlobals {
  return typeof value === 'object' && value !== null && 'beforeAll' in value && 'expect' in value;
}
