import { TestRunError } from '../errors';
import type { LabRequest } from './lab-request';
import type { LabKeeper } from './lab-keeper';
import { type HeldLab, type TestLab, testLab } from './test-lab';

/**
 * The lab of one test file.
 *
 * - declared: from the start, while the file is collected. Using it is refused.
 * - acquired: from {@link acquire} on, which the runner calls before the first test.
 * - released: from {@link release} on, which it calls after the last one. Using it is refused.
 */
export class FileLab {
  readonly lab: TestLab = testLab(() => this.current(), {});
  private held: HeldLab | undefined;
  private released = false;

  constructor(
    readonly request: LabRequest,
    private readonly keeper: LabKeeper,
  ) {}

  /** @throws TestRunError `other_lab`, or what the client throws */
  async acquire(): Promise<void> {
    this.held = await this.keeper.acquire(this.request);
  }

  /** @throws RemoteLabError when the server could not be told */
  async release(): Promise<void> {
    this.released = true;
    await this.held?.release();
  }

  private current(): TestLab {
    if (this.held !== undefined && !this.released) return this.held;
    throw new TestRunError(
      'not_acquired',
      `The lab of ${this.request.name} is there from before the first test of its file until after the last one. ` +
        (this.released
          ? 'It has been released; an afterAll of your own that uses it must come before remoteLab() in the file.'
          : 'Use it inside of a test or hook, not while the file is loaded.'),
    );
  }
}
