import { RemoteLabError } from './errors';

/** What the environment says where the caller says nothing. */
export interface Environment {
  /** `REMOTE_LAB_URL` */
  readonly url?: string;
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
  const url = variables['REMOTE_LAB_URL']?.trim();
  return {
    url: url === '' ? undefined : url,
    requestTimeout: milliseconds(variables, 'REMOTE_LAB_REQUEST_TIMEOUT'),
    waitTimeout: milliseconds(variables, 'REMOTE_LAB_SESSION_TIMEOUT'),
    acquireTimeout: milliseconds(variables, 'REMOTE_LAB_ACQUISITION_TIMEOUT'),
  };
}

function milliseconds(variables: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = variables[name]?.trim();
  if (text === undefined || text === '') return undefined;
  const seconds = Number(text);
  if (!(seconds > 0))
    throw new RemoteLabError('invalid_option', `${name} must be a number of seconds above 0, not "${text}".`);
  return seconds * 1000;
}
