import { createRequire } from 'node:module';
import path from 'node:path';
import type { JestTest } from './group-by-lab';

/** What is used of Jest's own sequencer; its other methods are inherited as they are. */
export interface TestSequencer {
  sort(tests: JestTest[]): JestTest[] | Promise<JestTest[]>;
}

/** Its class. */
export type TestSequencerClass = new (...options: readonly unknown[]) => TestSequencer;

/**
 * The sequencer of the Jest that is running, else of the one installed for this package or in the working directory. It is
 * a dependency of a dependency of Jest, so it is looked up step by step: not every package manager puts it in reach.
 * @throws Error when there is no Jest
 */
export function loadTestSequencer(): TestSequencerClass {
  const places = [require.main?.filename, __filename, path.resolve('package.json')];
  for (const place of places) {
    const found = place === undefined ? undefined : sequencerSeenFrom(place);
    if (found !== undefined) return found;
  }
  throw new Error(
    'Jest is not installed, so its sequencer cannot be extended. Run: npm install --save-dev jest',
  );
}

function sequencerSeenFrom(place: string): TestSequencerClass | undefined {
  const core = resolve(place, '@jest/core') ?? resolve(resolve(place, 'jest'), '@jest/core');
  if (core === undefined) return undefined;
  const loaded: unknown = createRequire(core)('@jest/test-sequencer');
  const found = property(loaded, 'default') ?? loaded;
  return isClass(found) ? found : undefined;
}

function resolve(place: string | undefined, name: string): string | undefined {
  if (place === undefined) return undefined;
  try {
    return createRequire(place).resolve(`${name}/package.json`);
  } catch {
    return undefined;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isClass(value: unknown): value is TestSequencerClass {
  return typeof value === 'function';
}
