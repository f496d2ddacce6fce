import type { ConnectSettings } from './connect-options';
import { RemoteLabError, WaitTimeoutError } from './errors';
import { type HttpAnswer, isPassing, isSuccess, propertyOf } from './http-answer';
import type { HttpClient } from './http-client';
import type { OpenSession } from './open-session';
import { readRefusal, refusalError } from './refusal';
import { sessionLost } from './session-lost';
import { withJitter } from './wait';

/** A server that restarts keeps its queue, so a silence this long does not end the wait. */
export const OUTAGE_TOLERANCE_MS = 60_000;

/**
 * Looks at the session until it is active, and reports its position at once and at each change. Resolves with the
 * session's name, where it is known.
 * @throws WaitTimeoutError after `settings.waitTimeout`, SessionLostError, RemoteLabError for a refusal or an
 * outage longer than {@link OUTAGE_TOLERANCE_MS}, the signal's reason, or what `onPosition` throws
 */
export async function waitForActive(
  http: HttpClient,
  session: OpenSession,
  settings: ConnectSettings,
): Promise<string | undefined> {
  const { clock, onPosition, pollInterval, requestTimeout, waitTimeout } = settings;
  const signal = settings.signal ?? new AbortController().signal;
  const deadline = clock.now() + waitTimeout;
  let position: number | undefined;
  let silentSince: number | undefined;

  const report = (next: number | undefined): void => {
    if (next === undefined || next === position) return;
    position = next;
    onPosition(position);
  };
  const timeoutError = (): Error =>
    new WaitTimeoutError(
      'wait_timeout',
      `Still waiting after ${waitTimeout / 1000} s, with ${position ?? 'some'} ahead in the queue. ` +
        'Wait longer with waitTimeout (REMOTE_LAB_SESSION_TIMEOUT), or see who holds the lab.',
    );

  signal.throwIfAborted();
  report(session.position);
  for (;;) {
    const remaining = deadline - clock.now();
    if (remaining <= 0) throw timeoutError();
    try {
      const answer = await http.send({
        route: 'sessionStatus',
        parameters: { session_id: session.id },
        timeout: Math.min(requestTimeout, remaining),
        ...(remaining <= requestTimeout && { timeoutError }),
        signals: [signal],
        repeatable: true,
      });
      const look = readLook(answer, session);
      silentSince = undefined;
      if (look.active) {
        report(0);
        return look.name ?? session.name;
      }
      report(look.position);
    } catch (error) {
      if (!isOutage(error)) throw error;
      silentSince ??= clock.now();
      if (clock.now() - silentSince >= OUTAGE_TOLERANCE_MS) throw error;
    }
    await clock.sleep(Math.min(withJitter(pollInterval, clock), Math.max(deadline - clock.now(), 0)), signal);
  }
}

interface Look {
  readonly active: boolean;
  readonly position: number | undefined;
  readonly name: string | undefined;
}

/** Any word but `active` means waiting, so that new states do not break old clients; so does no position. */
function readLook(answer: HttpAnswer, session: OpenSession): Look {
  if (!isSuccess(answer)) {
    const refusal = readRefusal(answer);
    if (refusal.code === 'session_not_found') throw sessionLost(session.name, refusal);
    if (isPassing(answer)) throw new RemoteLabError('server_unreachable', refusal.message, refusal);
    throw refusalError(refusal);
  }
  const status = propertyOf(answer.body, 'status');
  const position = propertyOf(answer.body, 'position');
  const name = propertyOf(answer.body, 'name');
  if (typeof status !== 'string')
    throw new RemoteLabError(
      'unexpected_answer',
      'The answer about the session has no status. Is there a lab server at this address?',
      { status: answer.status },
    );
  return {
    active: status === 'active',
    position: typeof position === 'number' && position >= 0 ? position : undefined,
    name: typeof name === 'string' ? name : undefined,
  };
}

function isOutage(error: unknown): boolean {
  return error instanceof RemoteLabError && ['server_unreachable', 'request_timeout'].includes(error.code);
}
