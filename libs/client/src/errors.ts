import type { TopologyProblemDto } from '@remote-lab/protocol';

/** The codes that this package adds to those of the wire (`ERROR_CODES` of `@remote-lab/protocol`). */
export const CLIENT_ERROR_CODES = {
  session_lost: 'The session ended under the client; the message says how when the server remembers.',
  wait_timeout: 'The session did not become active in time; it has been ended.',
  acquire_timeout: 'The lab was still busy, or still being built, when the time given to acquire was over.',
  server_unreachable: 'No connection, or it broke before the answer came.',
  request_timeout: 'The server took the request and did not answer in time.',
  unexpected_answer: 'The answer is not one of this API; often a proxy, or another program at that address.',
  aborted: 'The caller aborted, and clearing up afterwards failed too.',
  client_closed: 'The client was closed before, or during, the call.',
  unknown_device: 'The lab has no device of that name.',
  no_device_access: 'The server did not tell what is needed to log in to the device.',
  topology_unreadable: 'A file that should be uploaded cannot be read or downloaded, or is not there.',
  invalid_option: 'An option or environment variable has a value that makes no sense.',
} as const;

/** One of the codes of {@link CLIENT_ERROR_CODES}. */
export type ClientErrorCode = keyof typeof CLIENT_ERROR_CODES;

/** What is known about a failure beside its code and message. */
export interface RemoteLabErrorDetails {
  /** HTTP status, when the server answered. */
  readonly status?: number;
  /** The server's explanation beside its sentence; part of the message, too. */
  readonly reason?: string;
  /** Public name of the session that holds the lab, or `own_session`. */
  readonly holder?: string;
  /** Where the topology is wrong. */
  readonly problems?: readonly TopologyProblemDto[];
  readonly cause?: unknown;
}

/**
 * Every failure of this package except an abort, which rejects with the signal's own reason.
 * Compare `code`, not the class: two versions of this package can sit in one tree.
 */
export class RemoteLabError extends Error {
  override readonly name: string = 'RemoteLabError';
  declare readonly status?: number;
  declare readonly reason?: string;
  declare readonly holder?: string;
  /** Empty when it is not the topology that is wrong. */
  declare readonly problems: readonly TopologyProblemDto[];

  constructor(
    /** A code of the wire or one of {@link CLIENT_ERROR_CODES}. */
    readonly code: string,
    message: string,
    details: RemoteLabErrorDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    const { status, reason, holder, problems = [] } = details;
    if (status !== undefined) this.status = status;
    if (reason !== undefined) this.reason = reason;
    if (holder !== undefined) this.holder = holder;
    showUnlessEmpty(this, 'problems', problems);
  }
}

// A printed error shows what is known about it, and no list of what is not.
function showUnlessEmpty(error: Error, name: string, value: readonly unknown[]): void {
  Object.defineProperty(error, name, { value, enumerable: value.length > 0 });
}

/** The session is gone, and everything it held with it. `code` is `session_lost`. */
export class SessionLostError extends RemoteLabError {
  override readonly name = 'SessionLostError';

  constructor(message: string, details: RemoteLabErrorDetails = {}) {
    super('session_lost', message, details);
  }
}

/** The lab could not be built; `output` has the backend's last lines, which are in the message, too. */
export class LabStartError extends RemoteLabError {
  override readonly name = 'LabStartError';
  /** Oldest first; empty when the server gave none. */
  declare readonly output: readonly string[];

  constructor(code: string, message: string, output: readonly string[], details: RemoteLabErrorDetails = {}) {
    super(
      code,
      output.length === 0 ? message : `${message}\n${output.map((line) => `  ${line}`).join('\n')}`,
      details,
    );
    showUnlessEmpty(this, 'output', output);
  }
}

/** Time is up. `code` is `wait_timeout` (in the queue) or `acquire_timeout` (for the lab). */
export class WaitTimeoutError extends RemoteLabError {
  override readonly name = 'WaitTimeoutError';

  constructor(
    code: 'wait_timeout' | 'acquire_timeout',
    message: string,
    details: RemoteLabErrorDetails = {},
  ) {
    super(code, message, details);
  }
}
