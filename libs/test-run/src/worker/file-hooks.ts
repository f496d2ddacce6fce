/** What a test runner offers at the ends of a test file. */
export interface FileHooks {
  /** Before the first test of the file that is being collected; without a limit on its time. */
  beforeAll(work: () => Promise<void>): void;
  /** After its last test; without a limit on its time. */
  afterAll(work: () => Promise<void>): void;
  /** Absolute path of the test file that is being collected or run. */
  testFile(): string;
  /** Whether a test is running, where that is known for sure. */
  isTestRunning?(): boolean;
}
