import type { RunState } from '@remote-lab/test-run';

declare module 'vitest' {
  interface ProvidedContext {
    /** What the set-up tells the processes that run tests; absent where it did not take place. */
    remoteLab?: RunState;
  }
}
