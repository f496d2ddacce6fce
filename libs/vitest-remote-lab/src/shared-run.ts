import { TestRun, TestRunError, type TestRunOptions } from '@remote-lab/test-run';

/**
 * The run of this process, which all projects of Vitest share.
 *
 * - none: from the start, and after the last user has left.
 * - running: from the first {@link join} on. Projects that join want the same, or are refused.
 */
export class SharedRun {
  private run: TestRun | undefined;
  private users = 0;
  /** Projects join one after the other, but come back all at once when tests run again. */
  private turn: Promise<unknown> = Promise.resolve();

  /**
   * Starts the run, or takes part in the one there is. When it fails, the run has ended: Vitest calls no tear-down of a
   * project whose set-up failed, and runs no tests.
   * @throws TestRunError `run_conflict` when that one cannot serve these options, or what starting one throws
   */
  join(options: TestRunOptions): Promise<TestRun> {
    return this.inTurn(async () => {
      if (this.run !== undefined && hasSession(this.run) && !(await this.serves(this.run, options))) {
        await this.end();
        throw new TestRunError(
          'run_conflict',
          `The project ${options.rootDir} wants another lab or server than a project before it, and a run has one session and one lab. ` +
            'Give all projects one remote-lab.config, at the root, or run them one after the other with --project.',
        );
      }
      const run = await this.current(options);
      this.users += 1;
      return run;
    });
  }

  /**
   * Before tests run once more: another run when the configuration or the topology is not the same any more, or the
   * session was lost.
   * @throws what starting one throws
   */
  renew(options: TestRunOptions): Promise<TestRun> {
    return this.inTurn(() => this.current(options));
  }

  /** Ends the run when nobody takes part in it any more. @throws RemoteLabError when the server could not be told */
  leave(): Promise<void> {
    return this.inTurn(async () => {
      this.users -= 1;
      if (this.users <= 0) await this.end();
    });
  }

  private async current(options: TestRunOptions): Promise<TestRun> {
    if (this.run !== undefined && !(await this.serves(this.run, options))) await this.end();
    this.run ??= await TestRun.start(options);
    return this.run;
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.turn.then(work);
    // Whoever asked hears of a failure; it is none of the next one's.
    this.turn = result.catch(() => undefined);
    return result;
  }

  private async serves(run: TestRun, options: TestRunOptions): Promise<boolean> {
    try {
      return await run.serves(options);
    } catch (error) {
      // Nobody would be asked to end it any more.
      await this.end();
      throw error;
    }
  }

  private async end(): Promise<void> {
    const { run } = this;
    this.run = undefined;
    await run?.close();
  }
}

// One that was not needed so far can be replaced by one that is.
function hasSession({ state }: TestRun): boolean {
  return state.phase === 'open' && state.session !== undefined;
}

const KEY = Symbol.for('vitest-remote-lab.shared-run');

/** The one of this process. Projects may load this module each for itself, so it lives where they all find it. */
export function sharedRun(): SharedRun {
  const found: unknown = Reflect.get(globalThis, KEY);
  if (isSharedRun(found)) return found;
  const made = new SharedRun();
  Reflect.set(globalThis, KEY, made);
  return made;
}

// Nobody else writes there; the class itself may be another copy of this one.
function isSharedRun(value: unknown): value is SharedRun {
  return typeof value === 'object' && value !== null && 'join' in value;
}
