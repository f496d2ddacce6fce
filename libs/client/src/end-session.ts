import { isSuccess } from './http-answer';
import type { HttpClient } from './http-client';
import type { OpenSession } from './open-session';
import { readRefusal, refusalError } from './refusal';

/**
 * Ends the session; one that is already gone is fine. Then its watchdog leaves. When it could not be ended, the watchdog
 * goes on trying.
 * @throws RemoteLabError when the server refuses or cannot be reached within `timeout` milliseconds
 */
export async function endSession(http: HttpClient, session: OpenSession, timeout: number): Promise<void> {
  try {
    await sendEnd(http, session.id, timeout);
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
