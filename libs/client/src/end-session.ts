import { isSuccess } from './http-answer';
import type { HttpClient } from './http-client';
import { readRefusal, refusalError } from './refusal';
import type { SessionChannel } from './session-channel';
import type { Watchdog } from './watchdog/watchdog';

interface EndableSession {
  readonly id: string;
  readonly watchdog?: Watchdog;
  readonly channel: SessionChannel;
}

/**
 * Ends the session, unless it is gone already; then its watchdog leaves. When it could not be ended, the
 * watchdog goes on trying.
 * @throws RemoteLabError when the server refuses or cannot be reached within `timeout` milliseconds
 */
export async function endSession(http: HttpClient, session: EndableSession, timeout: number): Promise<void> {
  try {
    if (!session.channel.over.aborted) await sendEnd(http, session.id, timeout);
  } catch (error) {
    session.watchdog?.endSession();
    throw error;
  }
  await session.watchdog?.leave();
}

async function sendEnd(http: HttpClient, id: string, timeout: number): Promise<void> {
  const answer = await http.send({
    route: 'endSession',
    parameters: { session_id: id },
    timeout,
    repeatable: true,
  });
  if (isSuccess(answer)) return;
  const refusal = readRefusal(answer);
  if (refusal.code !== 'session_not_found') throw refusalError(refusal);
}
