import type { SessionLostError } from '@remote-lab/client';
import { readSettings, type RunSettings, type SettingsRequest } from '../config/read-settings';
import { systemTicker, type Ticker } from '../waiting/ticker';
import { plainLine } from '../waiting/waiting-words';
import { type Output, WaitingReporter } from '../waiting/waiting-reporter';
import { wordsOf } from '../words-of';
import { Closers } from './closers';
import { openRun } from './open-run';
import { type RunLabOrder, runLabOrder } from './run-lab-order';
import type { RunState } from './run-state';

/** How to start a run. */
export interface TestRunOptions extends SettingsRequest {
  /** Where to say what is waited for, usually `process.stderr`. */
  readonly output: Output;
  /** False when it is known that none of the selected tests uses a lab of its own. Default true. */
  readonly needsSession?: boolean;
  /** Whether test files of the same lab are run next to each other. Default false. */
  readonly ordered?: boolean;
  /** Gives up; what was begun is given back, and `start` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** For tests. */
  readonly ticker?: Ticker;
}

/**
 * One run of tests, in the runner's main process: its session, the lab for all tests, and the private server if any.
 *
 * - open: from {@link start} on; {@link state} tells other processes how to use it.
 * - lost: the session is gone, see {@link lost}; only {@link close} is left to do.
 * - closed: everything is given back.
 */
export class TestRun implements AsyncDisposable {
  private loss: SessionLostError | undefined;
  private labIsGone = false;
  private closing: Promise<void> | undefined;

  private constructor(
    /** For the processes that run tests; plain JSON. */
    readonly state: RunState,
    /** Whether watch mode should keep it from one run to the next. */
    readonly keepOnWatch: boolean,
    private readonly wanted: string,
    private readonly closers: Closers,
    private readonly reporter: WaitingReporter,
  ) {}

  /**
   * Reads the configuration, starts a private server where no other is named, waits for the session and builds the lab
   * for all tests. When any of it fails, everything is given back before it rejects.
   * @throws TestRunError, or the client's errors, with a message whose first line says what to do
   */
  static async start(options: TestRunOptions): Promise<TestRun> {
    const settings = await readSettings(options);
    const order = await runLabOrder(settings);
    const { ticker = systemTicker } = options;
    const reporter = new WaitingReporter(options.output, ticker);
    const closers = new Closers();
    const wanted = wantedBy(settings, order);
    if (order === undefined && options.needsSession === false)
      return new TestRun({ phase: 'open', ordered: true }, settings.keepOnWatch, wanted, closers, reporter);
    try {
      const run: { current?: TestRun } = {};
      const state = await openRun({
        settings,
        order,
        rootDir: options.rootDir,
        environment: options.environment,
        ordered: options.ordered ?? false,
        signal: options.signal,
        ticker,
        reporter,
        closers,
        onLost: (error) => run.current?.lose(error),
        onNotice: (notice) => run.current?.loseLab(notice),
      });
      run.current = new TestRun(state, settings.keepOnWatch, wanted, closers, reporter);
      return run.current;
    } catch (error) {
      reporter.done();
      await closers.closeAll().catch((second: unknown) => {
        throw new AggregateError(
          [error, second],
          `${wordsOf(error)} Clearing up failed, too: ${wordsOf(second)}`,
        );
      });
      throw error;
    }
  }

  /** Why the session is gone; `undefined` while it is there. */
  get lost(): SessionLostError | undefined {
    return this.loss;
  }

  /** Whether it has a lab for all tests. */
  get hasLab(): boolean {
    return this.state.phase === 'open' && this.state.lab !== undefined;
  }

  /** Whether a run that starts now with these options would want the same session and lab, and this one has them. */
  async serves(options: Omit<TestRunOptions, 'output' | 'ticker'>): Promise<boolean> {
    if (this.loss !== undefined || this.closing !== undefined || this.labIsGone) return false;
    const hasSession = this.state.phase === 'open' && this.state.session !== undefined;
    if (!hasSession && options.needsSession !== false) return false;
    const settings = await readSettings(options);
    return wantedBy(settings, await runLabOrder(settings)) === this.wanted;
  }

  /** A line for people, in the run's own way. */
  notice(words: string): void {
    this.reporter.notice(words);
  }

  /**
   * Gives everything back; further calls do nothing.
   * @throws RemoteLabError when the server could not be told; it then ends the session by itself after a while
   */
  async close(): Promise<void> {
    this.closing ??= this.closers.closeAll();
    await this.closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private loseLab(notice: string): void {
    this.labIsGone = this.hasLab;
    if (this.closing === undefined) this.reporter.notice(plainLine(notice));
  }

  private lose(error: SessionLostError): void {
    this.loss = error;
    if (this.closing === undefined) this.reporter.notice(plainLine(error.message));
  }
}

/** Two runs that want the same can have the same. */
function wantedBy(settings: RunSettings, order: RunLabOrder | undefined): string {
  const { url, token, session, reuse, acquireTimeout, requestTimeout } = settings;
  return JSON.stringify([url, token, session, reuse, acquireTimeout, requestTimeout, order?.identity]);
}
