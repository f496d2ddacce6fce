import { RemoteLabError } from './errors';

/** What the environment says where the caller says nothing. */
export interface Environment {
  /** `REMOTE_LAB_URL` */
  readonly url?: string;
  /** `REMOTE_LAB_TOKEN` */
  readonly token?: string;
  /** `REMOTE_LAB_SESSION`: the id of a session that somebody else opened. */
  readonly session?: string;
  /** `REMOTE_LAB_REQUEST_TIMEOUT`, in milliseconds. */
  readonly requestTimeout?: number;
  /** `REMOTE_LAB_SESSION_TIMEOUT`, in milliseconds: how long to wait for the session to become active. */
  readonly waitTimeout?: number;
  /** `REMOTE_LAB_ACQUISITION_TIMEOUT`, in milliseconds. */
  readonly acquireTimeout?: number;
}

/**
 * Reads the variables; an empty one counts as unset, timeouts are in seconds.
 * @throws RemoteLabError `invalid_option` when a timeout is not a number above 0
 */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  return {
    url: text(variables, 'REMOTE_LAB_URL'),
    token: text(variables, 'REMOTE_LAB_TOKEN'),
    session: text(variables, 'REMOTE_LAB_SESSION'),
    requestTimeout: milliseconds(variables, 'REMOTE_LAB_REQUEST_TIMEOUT'),
    waitTimeout: milliseconds(variables, 'REMOTE_LAB_SESSION_TIMEOUT'),
    acquireTimeout: milliseconds(variables, 'REMOTE_LAB_ACQUISITION_TIMEOUT'),
  };
}

function text(variables: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = variables[name]?.trim();
  return value === '' ? undefined : value;
}

function milliseconds(variables: NodeJS.ProcessEnv, name: string): number | undefined {
  const value = text(variables, name);
  if (value === undefined) return undefined;
  const seconds = Number(value);
  if (!(seconds > 0))
    throw new RemoteLabError(
      'invalid_option',
      `${name} must be a number of seconds above 0, not "${value}".`,
    );
  return seconds * 1000;
}
