import { type CreateSessionResponseDto, createSessionResponseDto } from '@remote-lab/protocol';
import type { ConnectSettings } from './connect-options';
import { endSession } from './end-session';
import { RemoteLabError } from './errors';
import { isSuccess } from './http-answer';
import type { HttpClient } from './http-client';
import { messageOf } from './message-of';
import { readDto } from './read-dto';
import { readRefusal, refusalError } from './refusal';
import { waitForActive } from './wait-for-active';

/**
 * Creates a session and waits until it is active. When that fails the session is ended before the failure is
 * thrown, so that it holds nobody up.
 * @throws what {@link waitForActive} throws, or RemoteLabError when the session cannot be created
 */
export async function openSession(
  http: HttpClient,
  settings: ConnectSettings,
): Promise<CreateSessionResponseDto> {
  settings.signal?.throwIfAborted();
  // Not aborted half-way: the answer has the id, without which the session could not be ended.
  const answer = await http.send({ route: 'createSession', body: settings.request, repeatable: false });
  if (!isSuccess(answer)) throw refusalError(readRefusal(answer));
  const session = readDto(createSessionResponseDto, answer);
  try {
    await waitForActive(http, session, settings);
    return session;
  } catch (error) {
    await endFailed(http, session.session_id, settings.requestTimeout, error);
    throw error;
  }
}

async function endFailed(http: HttpClient, id: string, timeout: number, failure: unknown): Promise<void> {
  try {
    await endSession(http, id, timeout);
  } catch (error) {
    throw new RemoteLabError(
      failure instanceof RemoteLabError ? failure.code : 'aborted',
      `${messageOf(failure)} The session could not be ended either (${messageOf(error)}): ` +
        'it leaves the queue when the server has heard nothing from it for long enough.',
      { cause: new AggregateError([failure, error]) },
    );
  }
}
