import type { FileHooks } from '../worker/file-hooks';

/** A test runner that collects one file, and runs its hooks when a test says so. */
export class FakeRunner {
  testIsRunning = false;
  private readonly before: (() => Promise<void>)[] = [];
  private readonly after: (() => Promise<void>)[] = [];

  constructor(private readonly file: string) {}

  get hooks(): FileHooks {
    return {
      beforeAll: (work) => void this.before.push(work),
      afterAll: (work) => void this.after.push(work),
      testFile: () => this.file,
      isTestRunning: () => this.testIsRunning,
    };
  }

  /** How many hooks the file has, at either end. */
  get hookCount(): number {
    return this.before.length + this.after.length;
  }

  async beginTests(): Promise<void> {
    for (const work of this.before) await work();
  }

  async endTests(): Promise<void> {
    for (const work of this.after) await work();
  }
}
