import { createSessionResponseDto } from '@remote-lab/protocol';
import type { ConnectSettings } from './connect-options';
import { endSession } from './end-session';
import { RemoteLabError } from './errors';
import { isSuccess } from './http-answer';
import type { HttpClient } from './http-client';
import { messageOf } from './message-of';
import { readDto } from './read-dto';
import { readRefusal, refusalError } from './refusal';
import { noticeTeller } from './notice-teller';
import { waitForActive } from './wait-for-active';
import { watchOrder } from './watch-order';
import { SessionEvents } from './events/session-events';
import { SessionChannel } from './session-channel';
import { Watchdog } from './watchdog/watchdog';

/** An active session, as this client came to it. */
export interface OpenSession {
  readonly id: string;
  /** Whether somebody else opened it, and will end it. */
  readonly adopted: boolean;
  /** Seconds without a sign of life that the server allows; where the server tells. */
  readonly activeTimeout?: number;
  /** What watches over it, unless that was not wanted, or is its owner's business. */
  readonly watchdog?: Watchdog;
  readonly channel: SessionChannel;
  readonly events: SessionEvents;
}

/**
 * Creates a session, or takes the one that is given, and waits until it is active. When that fails, a session that was
 * created is ended before the failure is thrown, so that it holds nobody up; from its creation on it is watched, too.
 * @throws what {@link waitForActive} throws, or RemoteLabError when the session cannot be created
 */
export async function openSession(http: HttpClient, settings: ConnectSettings): Promise<OpenSession> {
  settings.signal?.throwIfAborted();
  const { position, name, ...place }: QueuedSession =
    settings.session === undefined
      ? await createSession(http, settings)
      : { id: settings.session, adopted: true };
  const channel = new SessionChannel(http, place.id, name);
  const session = { ...place, channel, events: new SessionEvents(http, channel, settings.clock) };
  session.events.onStatus.add(noticeTeller(settings.onNotice));
  try {
    await waitForActive({ http, settings, ...session }, position);
    session.events.moveToBackground();
    return session;
  } catch (error) {
    channel.close();
    await session.events.stopped();
    if (!session.adopted) await endFailed(http, session, settings.requestTimeout, error);
    throw error;
  }
}

type QueuedSession = Omit<OpenSession, 'channel' | 'events'> & {
  readonly name?: string;
  /** Sessions ahead, where that is known. */
  readonly position?: number;
};

async function createSession(http: HttpClient, settings: ConnectSettings): Promise<QueuedSession> {
  // Ready before there is a session: should this process die just then, nobody else would know of it.
  const watchdog = settings.watchdog ? Watchdog.launch() : undefined;
  try {
    // Not aborted half-way: the answer has the id, without which the session could not be ended.
    const answer = await http.send({ route: 'createSession', body: settings.request, repeatable: false });
    if (!isSuccess(answer)) throw refusalError(readRefusal(answer));
    const created = readDto(createSessionResponseDto, answer);
    watchdog?.watch(watchOrder(http, created, settings.heartbeatInterval));
    return {
      id: created.session_id,
      adopted: false,
      name: created.name,
      position: created.position,
      activeTimeout: created.active_timeout,
      watchdog,
    };
  } catch (error) {
    await watchdog?.leave();
    throw error;
  }
}

async function endFailed(
  http: HttpClient,
  session: OpenSession,
  timeout: number,
  failure: unknown,
): Promise<void> {
  try {
    await endSession(http, session, timeout);
  } catch (error) {
    throw new RemoteLabError(
      failure instanceof RemoteLabError ? failure.code : 'aborted',
      `${messageOf(failure)} The session could not be ended either (${messageOf(error)}): ` +
        'it leaves the queue when the server has heard nothing from it for long enough.',
      { cause: new AggregateError([failure, error]) },
    );
  }
}
