import type { EndedSession } from '@remote-lab/session-queue';
import { Refusal } from './refusal';

/** The refusal of a request for a session that is not there, with how it ended when that is remembered. */
export function sessionLost(loss: EndedSession | undefined): Refusal {
  return new Refusal(
    'session_not_found',
    loss === undefined
      ? 'This server knows no such session; ask for one with POST /session.'
      : `The session ${loss.name} is over: ${loss.explanation}. Ask for a new one with POST /session.`,
  );
}
