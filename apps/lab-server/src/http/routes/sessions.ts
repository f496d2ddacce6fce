import { createSessionRequestDto } from '@remote-lab/protocol';
import type { SessionRequest } from '@remote-lab/session-queue';
import { Refusal } from '../../refusal';
import { sessionStatusDto } from '../../session-status-dto';
import { checkBody } from '../check-body';
import { ClientGone, clientGone, isGone, isGoneByNow } from '../client-gone';
import { onAbort } from '../on-abort';
import { patience, readNumber, readWait } from '../patience';
import { readOptionalJson } from '../read-optional-json';
import { sessionHeader } from '../session-header';
import type { Handler } from './handler';
import { pathSession } from './path-session';

/** `POST /session`: joins the queue. */
export const createSession: Handler = async (request, response, { lifecycle, timeouts }) => {
  const body = await readOptionalJson(request);
  const wanted = sessionRequest(body);
  lifecycle.refuseNewWork();
  const { broker } = await lifecycle.services();
  // A client that has given up while it waited must not stand in everybody's way until it expires.
  if (isGone(request, response)) throw new ClientGone();
  const session = await broker.createSession(wanted);
  onAbort(clientGone(request, response), () => broker.endSession(session.id, 'crashed'));
  if (await isGoneByNow(request, response)) throw new ClientGone();
  response.status(201).json({
    session_id: session.id,
    position: session.position,
    name: session.name,
    waiting_timeout: timeouts.waitingMs / 1000,
    active_timeout: timeouts.activeMs / 1000,
  });
};

/** `GET /session/{session_id}`: where the session stands, with `wait` as soon as that changes; a sign of life. */
export const sessionStatus: Handler = async (request, response, context) => {
  const wait = readWait(request);
  const known = readNumber(request, 'position', Number.MAX_SAFE_INTEGER);
  const { broker } = await context.lifecycle.services();
  const id = pathSession(request);
  const { position } = broker.status(id);
  if (wait !== undefined && (known === undefined || known === position)) {
    using limit = patience(request, response, context, wait, broker.stay(id));
    await broker.changed(id, limit.signal);
    if (isGone(request, response)) throw new ClientGone();
  }
  response.json(sessionStatusDto(broker.status(id), broker, context.clock.date()));
};

/** `DELETE /session/{session_id}`: leaves the queue, or gives the lab host to the next one. */
export const endSession: Handler = async (request, response, { lifecycle }) => {
  const id = pathSession(request);
  const late = lifecycle.phase === 'draining';
  const { broker } = await lifecycle.services();
  const reason = request.query['reason'] === 'crashed' ? 'crashed' : 'released';
  // A client that cleans up while the server goes down has nothing left to do, whatever became of its session.
  const ended = await broker.endSession(id, reason).catch((error: unknown) => {
    if (late) return undefined;
    throw error;
  });
  if (ended === undefined && !late) broker.status(id);
  response.status(204).end();
};

/** `POST /session/heartbeat`: a sign of life, also while waiting. */
export const heartbeat: Handler = async (request, response, { lifecycle }) => {
  const id = sessionHeader(request);
  const { broker } = await lifecycle.services();
  broker.status(id);
  response.status(204).end();
};

/** `GET /active-session`: who holds the lab host; no sign of life of anybody. */
export const activeSession: Handler = async (_request, response, { lifecycle }) => {
  const { broker } = await lifecycle.services();
  const session = broker.activeSession();
  if (session === undefined)
    throw new Refusal('no_active_session', 'Nobody holds the lab host: POST /session is active at once.');
  const { id: session_id, status, position, name } = session;
  response.json({ session_id, status, position, name });
};

// The original ignores the body, so only one that means our fields and gets them wrong is refused.
function sessionRequest(body: unknown): SessionRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  const { owner, purpose, url, labels, wait_timeout } = checkBody(createSessionRequestDto, body);
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(url === undefined ? {} : { url }),
    ...(labels === undefined ? {} : { labels }),
    ...(wait_timeout === undefined ? {} : { waitTimeoutMs: wait_timeout * 1000 }),
  };
}
