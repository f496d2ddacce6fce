import type { CreateSessionRequestDto } from '@remote-lab/protocol';
import { checkOption, isObject } from './check-option';
import { checkOptionNames } from './check-option-names';
import type { Environment } from './environment';
import type { SessionLostError } from './errors';
import { invalidOption } from './invalid-option';
import type { QueuePlace } from './queue-place';
import { bearerToken, secretText } from './secret-option';
import { serverUrl } from './server-url';
import { type Clock, systemClock } from './wait';

/** How to get into the queue. Times are in milliseconds; `Infinity` means no limit. */
export interface ConnectOptions {
  /** Where the server is; without it `REMOTE_LAB_URL`. A path is kept: `https://host/lab`. */
  readonly baseUrl?: string;
  /** What the server, or a gate before it, wants as `Authorization: Bearer …`. Default: `REMOTE_LAB_TOKEN`. */
  readonly token?: string;
  /**
   * Id of a session that somebody else opened and will end; without it `REMOTE_LAB_SESSION`, else a session is opened.
   * This client uses it, keeps it alive meanwhile, and at `close` gives back only what it acquired itself.
   */
  readonly session?: string;
  /** Who asks; shown to those who wait behind. */
  readonly owner?: string;
  /** What for; shown, too. */
  readonly purpose?: string;
  /** Where the holder can be found, usually the CI job's page. */
  readonly url?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** How long to wait in the queue. Default: `REMOTE_LAB_SESSION_TIMEOUT`, else 600,000. */
  readonly waitTimeout?: number;
  /** How long one answer may take. Default: `REMOTE_LAB_REQUEST_TIMEOUT`, else 30,000. */
  readonly requestTimeout?: number;
  /** How long `destroy` and `close` may take; some servers tear the lab down first. Default 300,000. */
  readonly teardownTimeout?: number;
  /** Gives up waiting; the session is ended before `connect` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * Sessions ahead, and who has the lab host: called at once and at each change; 0 is active. What it throws ends the
   * wait.
   */
  readonly onPosition?: (position: number, place: QueuePlace) => void;
  /** Called once when the session is lost while the client is connected. */
  readonly onLost?: (error: SessionLostError) => void;
  /** Called with a sentence when the session's lab has gone behind its back, as when the server was restarted. */
  readonly onNotice?: (notice: string) => void;
  /** Time between two looks at the queue, where the server does not tell by itself. Default 1,000. */
  readonly pollInterval?: number;
  /** Time between two signs of life once active. Default 60,000, or a third of the server's limit if that is less. */
  readonly heartbeatInterval?: number;
  /**
   * Whether a process of its own watches over the session: it keeps it alive however busy or stopped this process is, and
   * ends it at once when this process dies, whatever killed it. Default true; an adopted session is never watched.
   */
  readonly watchdog?: boolean;
  /** For tests. */
  readonly clock?: Clock;
}

/** {@link ConnectOptions}, complete and checked. */
export interface ConnectSettings {
  readonly baseUrl: URL;
  readonly token: string | undefined;
  /** Undefined: one is to be opened. */
  readonly session: string | undefined;
  readonly request: CreateSessionRequestDto;
  readonly waitTimeout: number;
  readonly requestTimeout: number;
  readonly teardownTimeout: number;
  readonly acquireTimeout: number;
  readonly pollInterval: number;
  /** Undefined: as often as the server needs. */
  readonly heartbeatInterval: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onPosition: (position: number, place: QueuePlace) => void;
  readonly onLost: (error: SessionLostError) => void;
  readonly onNotice: (notice: string) => void;
  readonly watchdog: boolean;
  readonly clock: Clock;
}

const SERVER_SLACK_S = 10;
/** The server takes no more: a year. */
const LONGEST_WAIT_S = 31_536_000;

const NAMES: Readonly<Record<keyof ConnectOptions, true>> = {
  baseUrl: true,
  token: true,
  session: true,
  owner: true,
  purpose: true,
  url: true,
  labels: true,
  waitTimeout: true,
  requestTimeout: true,
  teardownTimeout: true,
  signal: true,
  onPosition: true,
  onLost: true,
  onNotice: true,
  pollInterval: true,
  heartbeatInterval: true,
  watchdog: true,
  clock: true,
};

/**
 * Options first, then the environment, then the defaults.
 * @throws RemoteLabError `invalid_option`
 */
export function connectSettings(options: ConnectOptions, environment: Environment): ConnectSettings {
  checkOptions(options);
  const waitTimeout = duration('waitTimeout', options.waitTimeout ?? environment.waitTimeout ?? 600_000);
  const baseUrl = serverUrl(options.baseUrl, environment.url);
  return {
    baseUrl,
    token: bearerToken(options.token, environment.token, baseUrl),
    session: secretText('session', options.session, 'REMOTE_LAB_SESSION', environment.session),
    request: {
      owner: options.owner,
      purpose: options.purpose,
      url: options.url,
      labels: options.labels,
      wait_timeout: serverWaitTimeout(waitTimeout),
    },
    waitTimeout,
    requestTimeout: duration(
      'requestTimeout',
      options.requestTimeout ?? environment.requestTimeout ?? 30_000,
    ),
    teardownTimeout: duration('teardownTimeout', options.teardownTimeout ?? 300_000),
    acquireTimeout: duration('acquireTimeout', environment.acquireTimeout ?? 600_000),
    pollInterval: duration('pollInterval', options.pollInterval ?? 1_000),
    heartbeatInterval:
      options.heartbeatInterval === undefined
        ? undefined
        : duration('heartbeatInterval', options.heartbeatInterval),
    signal: options.signal,
    onPosition: options.onPosition ?? (() => undefined),
    onLost: options.onLost ?? (() => undefined),
    onNotice: options.onNotice ?? (() => undefined),
    watchdog: options.watchdog ?? true,
    clock: options.clock ?? systemClock,
  };
}

/** In seconds, and later than the client itself gives up: the server's limit is for clients that cannot any more. */
function serverWaitTimeout(milliseconds: number): number | undefined {
  const seconds = milliseconds / 1000 + SERVER_SLACK_S;
  return seconds > LONGEST_WAIT_S ? undefined : seconds;
}

/** @throws RemoteLabError `invalid_option` unless `milliseconds` is above 0 */
export function duration(name: string, milliseconds: unknown): number {
  if (typeof milliseconds === 'number' && milliseconds > 0) return milliseconds;
  throw invalidOption(name, 'milliseconds above 0', milliseconds);
}

function checkOptions(options: ConnectOptions): void {
  if (!isObject(options))
    throw invalidOption(
      "connect's argument",
      "an object such as { baseUrl: 'http://lab-host:8000' }",
      options,
    );
  checkOptionNames(options, Object.keys(NAMES), 'connect');
  checkOption('owner', 'text', options.owner);
  checkOption('purpose', 'text', options.purpose);
  checkOption('url', 'text', options.url);
  checkOption('labels', 'labels', options.labels);
  checkOption('signal', 'signal', options.signal);
  checkOption('onPosition', 'callback', options.onPosition);
  checkOption('onLost', 'callback', options.onLost);
  checkOption('onNotice', 'callback', options.onNotice);
  checkOption('watchdog', 'flag', options.watchdog);
}
