import { TestRunError } from '../errors';
import type { RunState } from './run-state';
import { TestRun, type TestRunOptions } from './test-run';

/** What the adapter of a runner says about its shared run. */
export interface SharedRunParts {
  /** The adapter's package. */
  readonly owner: string;
  /** The runner's option that runs projects one after the other: `--project`. */
  readonly oneByOne: string;
  /** Hands each state to the processes that run tests; also that a run is over, before anything of it is given back. */
  readonly publish: (state: RunState) => void;
}

/**
 * The run of a process, which all projects of a runner share.
 *
 * - none: from the start, and when the last project has left, or one was refused.
 * - in use: from the first {@link join} on. Projects that join want the same, or are refused.
 * - kept: every project has left, and watch mode will have them join again.
 */
export class SharedRun {
  private run: TestRun | undefined;
  private users = 0;
  /** Projects may come all at once. */
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(private readonly parts: SharedRunParts) {}

  /** The one of this process. Runners load modules more than once, so it lives where each copy finds it. */
  static ofProcess(parts: SharedRunParts): SharedRun {
    const key = Symbol.for(`${parts.owner}.shared-run`);
    const found: unknown = Reflect.get(globalThis, key);
    if (isSharedRun(found)) return found;
    const made = new SharedRun(parts);
    Reflect.set(globalThis, key, made);
    return made;
  }

  /**
   * Starts the run, or takes part in the one there is. When it fails, the run has ended: runners call no tear-down after a
   * set-up that failed, and run no tests.
   * @throws TestRunError `run_conflict` when the one in use cannot serve these options, or what starting one throws
   */
  join(options: TestRunOptions): Promise<TestRun> {
    return this.inTurn(async () => {
      await this.refuseOther(options);
      const run = await this.current(options);
      this.users += 1;
      return run;
    });
  }

  /**
   * For a project whose set-up the runner leaves out: it may use the run if it wants the same. When it does not, the run
   * has ended.
   * @throws TestRunError `run_conflict`
   */
  admit(options: TestRunOptions): Promise<void> {
    return this.inTurn(() => this.refuseOther(options));
  }

  /**
   * Before tests run once more: another run when the configuration or the topology is not the same any more, or the
   * session was lost.
   * @throws what starting one throws
   */
  renew(options: TestRunOptions): Promise<TestRun> {
    return this.inTurn(() => this.current(options));
  }

  /**
   * Ends the run when nobody takes part in it any more; while `watching`, keeps it if the configuration says so.
   * @throws RemoteLabError when the server could not be told
   */
  leave({ watching }: { readonly watching: boolean }): Promise<void> {
    return this.inTurn(async () => {
      this.users = Math.max(this.users - 1, 0);
      if (this.users === 0 && !(watching && this.run?.keepOnWatch === true)) await this.end();
    });
  }

  private async current(options: TestRunOptions): Promise<TestRun> {
    if (this.run !== undefined && !(await this.serves(this.run, options))) await this.end();
    if (this.run !== undefined) return this.run;
    this.run = await TestRun.start(options);
    this.parts.publish(this.run.state);
    return this.run;
  }

  private async refuseOther(options: TestRunOptions): Promise<void> {
    const { run } = this;
    if (this.users === 0 || run === undefined || !hasSession(run) || (await this.serves(run, options)))
      return;
    await this.end();
    throw new TestRunError(
      'run_conflict',
      `The project ${options.rootDir} wants another lab or server than a project before it, and a run has one session and one lab. ` +
        `Give all projects one remote-lab.config, at the root, or run them one after the other with ${this.parts.oneByOne}.`,
    );
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
    this.parts.publish({ phase: 'over' });
    await run?.close();
  }
}

// One that was not needed so far can be replaced by one that is.
function hasSession({ state }: TestRun): boolean {
  return state.phase === 'open' && state.session !== undefined;
}

// Nobody else writes there; the class itself may be another copy of this one.
function isSharedRun(value: unknown): value is SharedRun {
  return typeof value === 'object' && value !== null && 'join' in value;
}
