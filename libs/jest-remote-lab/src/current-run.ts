import type { TestRun } from '@remote-lab/test-run';

const KEY = Symbol.for('jest-remote-lab.current-run');

/**
 * The run of this process. Jest loads the modules of set-up and tear-down anew each time, so it lives where they all
 * find it.
 */
export interface CurrentRun {
  run: TestRun;
  /** False between two runs of watch mode. */
  testsRun: boolean;
}

/** The run that the last set-up left; `undefined` when there is none. */
export function currentRun(): CurrentRun | undefined {
  const found: unknown = Reflect.get(globalThis, KEY);
  return isCurrentRun(found) ? found : undefined;
}

/** Remembers it, or forgets it. */
export function setCurrentRun(current: CurrentRun | undefined): void {
  Reflect.set(globalThis, KEY, current);
}

// Nobody else writes there.
function isCurrentRun(value: unknown): value is CurrentRun {
  return typeof value === 'object' && value !== null && 'run' in value;
}
