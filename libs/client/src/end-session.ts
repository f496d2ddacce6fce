import { isSuccess } from './http-answer';
import type { HttpClient } from './http-client';
import { readRefusal, refusalError } from './refusal';

/**
 * Ends the session; one that is already gone is fine.
 * @throws RemoteLabError when the server refuses or cannot be reached within `timeout` milliseconds
 */
export async function endSession(http: HttpClient, sessionId: string, timeout: number): Promise<void> {
  const answer = await http.send({
    route: 'endSession',
    parameters: { session_id: sessionId },
    timeout,
    repeatable: true,
  });
  if (isSuccess(answer)) return;
  const refusal = readRefusal(answer);
  if (refusal.code !== 'session_not_found') throw refusalError(refusal);
}
