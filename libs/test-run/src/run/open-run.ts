import { type AcquiredLab, RemoteLabClient, type SessionLostError } from '@remote-lab/client';
import type { RunSettings } from '../config/read-settings';
import { TestRunError } from '../errors';
import { startPrivateServer } from '../private-server/start-private-server';
import type { Ticker } from '../waiting/ticker';
import type { WaitingReporter } from '../waiting/waiting-reporter';
import { durationWords } from '../waiting/waiting-words';
import type { Closers } from './closers';
import type { RunLabOrder } from './run-lab-order';
import type { RunState } from './run-state';

const PRIVATE = 'a private lab server with fake devices';

/** What it takes to open a run. */
export interface Opening {
  readonly settings: RunSettings;
  readonly order: RunLabOrder | undefined;
  readonly rootDir: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly ordered: boolean;
  readonly signal: AbortSignal | undefined;
  readonly ticker: Ticker;
  readonly reporter: WaitingReporter;
  readonly closers: Closers;
  readonly onLost: (error: SessionLostError) => void;
  readonly onNotice: (notice: string) => void;
}

/**
 * Starts a private server where no other is named, waits for the session, and acquires the lab for all tests; what has to
 * be given back goes to `closers`.
 * @throws TestRunError, or the client's errors
 */
export async function openRun(opening: Opening): Promise<RunState> {
  const { settings, order, ordered, closers, reporter } = opening;
  const serverUrl = settings.url ?? (await privateServer(opening));
  const client = await connect(opening, serverUrl);
  closers.add(() => client.close());
  const lab = order === undefined ? undefined : await acquire(opening, order, client);
  if (lab === undefined) reporter.done(`test files get their labs from ${serverWords(opening)}`);
  const { token, requestTimeout, acquireTimeout } = settings;
  return {
    phase: 'open',
    ordered,
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

async function privateServer({
  settings,
  rootDir,
  environment,
  reporter,
  closers,
}: Opening): Promise<string> {
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
  reporter.waitFor(`starting ${PRIVATE}`);
  const server = await startPrivateServer(rootDir, environment);
  closers.add(() => server.stop());
  return server.url;
}

async function connect(
  { settings, signal, reporter, onLost, onNotice }: Opening,
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
    ...(signal !== undefined && { signal }),
    purpose,
    waitTimeout,
    requestTimeout,
    // A private server notices by itself when this process is gone.
    watchdog: settings.url !== undefined,
    onPosition: (_position, place) => reporter.place(place),
    onLost,
    onNotice,
  });
}

async function acquire(opening: Opening, order: RunLabOrder, client: RemoteLabClient): Promise<AcquiredLab> {
  const { settings, signal, ticker, reporter } = opening;
  const { reuse, extraFiles, baseFolder, acquireTimeout } = settings;
  const where = serverWords(opening);
  const startedAt = ticker.now();
  reporter.waitFor(`acquiring ${order.name}`);
  const lab = await client.acquire(order.topology, {
    reuse,
    baseFolder,
    timeout: acquireTimeout,
    ...(extraFiles !== undefined && { extraFiles }),
    ...(signal !== undefined && { signal }),
    onOutput: (line) => reporter.progress(order.name, line),
  });
  const names = lab.devices.map((device) => device.name);
  const shown = names.length > 8 ? `${names.length} devices` : names.join(', ');
  const how = lab.reused ? 'was running' : `is up after ${durationWords(ticker.now() - startedAt)}`;
  reporter.done(`${order.name} ${how} on ${where}: ${shown}`);
  return lab;
}

/** JSON knows no `Infinity`. */
function finite(milliseconds: number): number {
  return Math.min(milliseconds, Number.MAX_SAFE_INTEGER);
}

/** A run on fake devices must not be taken for one on the lab host. */
function serverWords({ settings: { url } }: Opening): string {
  return url === undefined ? PRIVATE : withoutPassword(url);
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}
