import { ClientGone, isGone } from '../client-gone';
import { EventStream } from '../event-stream';
import { lastEventId } from '../last-event-id';
import type { Handler } from './handler';
import { pathSession } from './path-session';

/** `GET /session/{session_id}/events`: what happens to a session, as it happens; a sign of life while it is open. */
export const sessionEvents: Handler = async (request, response, context) => {
  const { broker, streams } = await context.lifecycle.services();
  context.lifecycle.refuseNewWork();
  const session = broker.status(pathSession(request));
  if (isGone(request, response)) throw new ClientGone();
  const stay = broker.stay(session.id);
  const stream = new EventStream(request, response, context);
  const listening = streams.open(session, lastEventId(request), stream);
  stream.onEnd(() => {
    listening[Symbol.dispose]();
    stay[Symbol.dispose]();
  });
};
