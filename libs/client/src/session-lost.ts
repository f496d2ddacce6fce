import { type RemoteLabErrorDetails, SessionLostError } from './errors';

/** What is known of a session when it is gone. */
export interface LostSession {
  /** Its public name. */
  readonly name?: string;
  /** Whether somebody else opened it. */
  readonly adopted: boolean;
}

/** The error for a session that the server does not know any more; its reason is a clause that fits behind the name. */
export function sessionLost({ name, adopted }: LostSession, why: RemoteLabErrorDetails): SessionLostError {
  const said = why.reason === undefined ? undefined : readReason(why.reason);
  const clause =
    said?.clause ??
    'the server does not tell why. Usually nothing was heard from the session for too long, somebody ended it, ' +
      'or the server was restarted';
  const shown = name ?? said?.name;
  const who = shown === undefined ? 'The session' : `Session ${shown}`;
  return new SessionLostError(
    `${who} is gone: ${clause.replace(/\.$/, '')}.${adopted ? ` ${ADOPTED}` : ''}`,
    said === undefined ? why : { ...why, reason: said.clause },
  );
}

const ADOPTED =
  'It is the one that REMOTE_LAB_SESSION, or the option session, names: open a new one, and let no more time ' +
  "pass between those who use it than the server's --active-timeout.";

/** Our server's sentence says what this error says anyway, and what to send over the wire. */
function readReason(reason: string): { readonly clause: string; readonly name?: string } {
  const [, name, rest = ''] = /^The session (\S+) is over: (.*)$/s.exec(reason) ?? [
    undefined,
    undefined,
    reason,
  ];
  const clause = rest.replace(/[.;] ask for (?:a new )?one with POST \/session\.?$/i, '');
  return { clause, name };
}
