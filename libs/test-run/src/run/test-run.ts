import { type AcquiredLab, RemoteLabClient, type SessionLostError } from '@remote-lab/client';
import { readSettings, type RunSettings, type SettingsRequest } from '../config/read-settings';
import { TestRunError } from '../errors';
import { startPrivateServer } from '../private-server/start-private-server';
import { systemTicker, type Ticker } from '../waiting/ticker';
import { durationWords, plainLine } from '../waiting/waiting-words';
import { type Output, WaitingReporter } from '../waiting/waiting-reporter';
import { wordsOf } from '../words-of';
import { Closers } from './closers';
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
    const reporter = new WaitingReporter(options.output, options.ticker ?? systemTicker);
    const closers = new Closers();
    const wanted = wantedBy(settings, order);
    if (order === undefined && options.needsSession === false)
      return new TestRun({ phase: 'open', ordered: true }, settings.keepOnWatch, wanted, closers, reporter);
    try {
      const run: { current?: TestRun } = {};
      const state = await open({
        settings,
        order,
        options,
        reporter,
        closers,
        onLost: (error) => run.current?.lose(error),
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
    if (this.loss !== undefined || this.closing !== undefined) return false;
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

  private lose(error: SessionLostError): void {
    this.loss = error;
    if (this.closing === undefined) this.reporter.notice(plainLine(error.message));
  }
}

interface Opening {
  readonly settings: RunSettings;
  readonly order: RunLabOrder | undefined;
  readonly options: TestRunOptions;
  readonly reporter: WaitingReporter;
  readonly closers: Closers;
  readonly onLost: (error: SessionLostError) => void;
}

async function open(opening: Opening): Promise<RunState> {
  const { settings, order, options, closers, reporter } = opening;
  const serverUrl = settings.url ?? (await privateServer(opening));
  const client = await connect(opening, serverUrl);
  closers.add(() => client.close());
  const lab = order === undefined ? undefined : await acquire(opening, order, client);
  if (lab === undefined) reporter.done();
  const { token, requestTimeout, acquireTimeout } = settings;
  return {
    phase: 'open',
    ordered: options.ordered ?? false,
    session: {
      serverUrl,
      ...(token !== undefined && { token }),
      id: client.sessionId,
      requestTimeout: finite(requestTimeout),
      acquireTimeout: finite(acquireTimeout),
    },
    ...(lab !== undefined &&
      order !== undefined && {
        lab: {
          topology: order.name,
          identity: order.identity,
          ...(order.contentHash !== undefined && { contentHash: order.contentHash }),
          lab: lab.toJSON(),
        },
      }),
  };
}

async function privateServer({ settings, options, reporter, closers }: Opening): Promise<string> {
  if (settings.requireServer)
    throw new TestRunError(
      'server_required',
      'No lab server was named, and requireServer forbids a private one. Set REMOTE_LAB_URL (or url in remote-lab.config).',
    );
  if (settings.session !== undefined)
    throw new TestRunError(
      'invalid_config',
      'REMOTE_LAB_SESSION names a session, but nothing says on which server. Set REMOTE_LAB_URL, too.',
    );
  reporter.waitFor('starting a private lab server with fake devices');
  const server = await startPrivateServer(options.rootDir, options.environment);
  closers.add(() => server.stop());
  return server.url;
}

async function connect(
  { settings, options, reporter, onLost }: Opening,
  serverUrl: string,
): Promise<RemoteLabClient> {
  const { token, session, owner, purpose, jobUrl, labels, waitTimeout, requestTimeout } = settings;
  reporter.waitFor(`asking ${withoutPassword(serverUrl)} for a session`);
  return RemoteLabClient.connect({
    baseUrl: serverUrl,
    ...(token !== undefined && { token }),
    ...(session !== undefined && { session }),
    ...(owner !== undefined && { owner }),
    ...(jobUrl !== undefined && { url: jobUrl }),
    ...(labels !== undefined && { labels }),
    ...(options.signal !== undefined && { signal: options.signal }),
    purpose,
    waitTimeout,
    requestTimeout,
    // A private server notices by itself when this process is gone.
    watchdog: settings.url !== undefined,
    onPosition: (_position, place) => reporter.place(place),
    onLost,
  });
}

async function acquire(
  { settings, options, reporter }: Opening,
  order: RunLabOrder,
  client: RemoteLabClient,
): Promise<AcquiredLab> {
  const { reuse, extraFiles, baseFolder, acquireTimeout } = settings;
  const ticker = options.ticker ?? systemTicker;
  const startedAt = ticker.now();
  reporter.waitFor(`building ${order.name}`);
  const lab = await client.acquire(order.topology, {
    reuse,
    baseFolder,
    timeout: acquireTimeout,
    ...(extraFiles !== undefined && { extraFiles }),
    ...(options.signal !== undefined && { signal: options.signal }),
    onOutput: (line) => reporter.progress(order.name, line),
  });
  const names = lab.devices.map((device) => device.name);
  const shown = names.length > 8 ? `${names.length} devices` : names.join(', ');
  const how = lab.reused ? 'was running' : `is up after ${durationWords(ticker.now() - startedAt)}`;
  reporter.done(`${order.name} ${how}: ${shown}`);
  return lab;
}

/** Two runs that want the same can have the same. */
function wantedBy(settings: RunSettings, order: RunLabOrder | undefined): string {
  const { url, token, session, reuse, acquireTimeout, requestTimeout } = settings;
  return JSON.stringify([url, token, session, reuse, acquireTimeout, requestTimeout, order?.identity]);
}

/** JSON knows no `Infinity`. */
function finite(milliseconds: number): number {
  return Math.min(milliseconds, Number.MAX_SAFE_INTEGER);
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}
