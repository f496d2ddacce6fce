/** What the contract suite asserts with; Jest's and Vitest's `expect` have this shape. */
export interface Expectation {
  toBe(expected: unknown): unknown;
  toEqual(expected: unknown): unknown;
  toBeGreaterThan(expected: number): unknown;
  readonly rejects: { toMatchObject(expected: Record<string, unknown>): Promise<unknown> };
}

/** The test runner, handed in so that this package depends on none. */
export interface TestRunner {
  readonly describe: (name: string, define: () => void) => unknown;
  readonly test: (name: string, run: () => Promise<void>) => unknown;
  readonly expect: (actual: unknown) => Expectation;
}
