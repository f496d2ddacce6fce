import { once } from 'node:events';
import { createSessionResponseDto } from '@remote-lab/protocol';
import type { ConnectSettings } from './connect-options';
import { endSession } from './end-session';
import { WaitTimeoutError } from './errors';
import { isSuccess } from './http-answer';
import { HttpClient } from './http-client';
import { readDto } from './read-dto';
import { readRefusal, refusalError } from './refusal';
import { SessionChannel } from './session-channel';
import { watchOrder } from './watch-order';
import { Watchdog } from './watchdog/watchdog';
import { withDeadline } from './with-deadline';

/** The answer has the id, without which the session could not be ended: it is worth a moment's wait. */
const GRACE_MS = 2_000;

/** A session as the server has just put it into its queue. */
export interface CreatedSession {
  readonly id: string;
  readonly adopted: false;
  /** Its public name, where the server gives one. */
  readonly name?: string;
  /** Sessions ahead. */
  readonly position: number;
  /** Seconds without a sign of life that the server allows; where the server tells. */
  readonly activeTimeout?: number;
  readonly watchdog?: Watchdog;
}

/**
 * Puts a session into the queue; from then on it is watched. When the caller aborts or time is up meanwhile, it waits a
 * moment for the answer: with it, it resolves nevertheless. What the server creates later still is ended in the background.
 * @throws RemoteLabError when the server refuses or cannot be reached, WaitTimeoutError, or the signal's reason
 */
export async function createSession(settings: ConnectSettings): Promise<CreatedSession> {
  const { baseUrl, requestTimeout, clock, token } = settings;
  // Its own, because it may outlive the client that is not going to be.
  const http = new HttpClient(baseUrl, requestTimeout, clock, token);
  const done = new AbortController();
  const creating = create(http, settings);
  try {
    const created = await Promise.race([creating, patience(settings, done.signal)]);
    http.destroy();
    return created;
  } catch (error) {
    void endLateComer(http, creating, requestTimeout);
    throw error;
  } finally {
    done.abort();
  }
}

async function create(http: HttpClient, settings: ConnectSettings): Promise<CreatedSession> {
  // Ready before there is a session: should this process die just then, nobody else would know of it.
  const watchdog = settings.watchdog ? Watchdog.launch() : undefined;
  // For the same reason the answer's check is made ready now, which takes some milliseconds the first time.
  createSessionResponseDto.is(undefined);
  try {
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

/** Rejects a moment after the caller has aborted or time is up, unless `done` aborts before. */
async function patience(settings: ConnectSettings, done: AbortSignal): Promise<never> {
  const { waitTimeout, signal, clock } = settings;
  const timeoutError = (): Error => noAnswer(waitTimeout);
  const signals = signal === undefined ? [done] : [done, signal];
  try {
    return await withDeadline(waitTimeout, timeoutError, signals, async (given) => {
      await once(given, 'abort');
      given.throwIfAborted();
      throw timeoutError();
    });
  } catch (error) {
    await clock.sleep(GRACE_MS, done, 'background');
    throw error;
  }
}

async function endLateComer(
  http: HttpClient,
  creating: Promise<CreatedSession>,
  timeout: number,
): Promise<void> {
  try {
    const { id, name, watchdog } = await creating;
    await endSession(http, { id, watchdog, channel: new SessionChannel(http, id, name) }, timeout);
  } catch {
    // There is none; or else its watchdog goes on trying, or the server's lease ends it. Nobody is there to be told.
  } finally {
    http.destroy();
  }
}

function noAnswer(milliseconds: number): WaitTimeoutError {
  return new WaitTimeoutError(
    'wait_timeout',
    `The server has not answered the request for a session within ${milliseconds / 1000} s. ` +
      'Is it overloaded? Or wait longer with waitTimeout (REMOTE_LAB_SESSION_TIMEOUT).',
  );
}
