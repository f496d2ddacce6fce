import { type RemoteLabErrorDetails, SessionLostError } from './errors';

/** The error for a session that the server does not know any more; `name` is its public name. */
export function sessionLost(name: string | undefined, why: RemoteLabErrorDetails): SessionLostError {
  const reason =
    why.reason ??
    'the server does not tell why. Usually nothing was heard from the session for too long, somebody ended it, ' +
      'or the server was restarted';
  return new SessionLostError(
    `${name === undefined ? 'The session' : `Session ${name}`} is gone: ${reason.replace(/\.$/, '')}.`,
    why,
  );
}
