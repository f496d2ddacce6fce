import type { ConnectSettings } from './connect-options';
import { createSession, type CreatedSession } from './create-session';
import { endSession } from './end-session';
import { RemoteLabError } from './errors';
import type { HttpClient } from './http-client';
import { messageOf } from './message-of';
import { noticeTeller } from './notice-teller';
import { waitForActive } from './wait-for-active';
import { SessionEvents } from './events/session-events';
import { SessionChannel } from './session-channel';
import type { Watchdog } from './watchdog/watchdog';

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
  const begun = settings.clock.now();
  const { position, name, ...place }: CreatedSession | AdoptedSession =
    settings.session === undefined ? await createSession(settings) : { id: settings.session, adopted: true };
  const channel = new SessionChannel(http, place.id, name, place.adopted);
  const session = { ...place, channel, events: new SessionEvents(http, channel, settings.clock) };
  session.events.onStatus.add(noticeTeller(settings.onNotice));
  try {
    await waitForActive({ http, settings, begun, ...session }, position);
    session.events.moveToBackground();
    return session;
  } catch (error) {
    channel.close();
    await session.events.stopped();
    if (!session.adopted) await endFailed(http, session, settings.requestTimeout, error);
    throw error;
  }
}

interface AdoptedSession {
  readonly id: string;
  readonly adopted: true;
  readonly name?: undefined;
  readonly position?: undefined;
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
