import { type SessionStatusResponseDto, sessionStatusResponseDto } from '@remote-lab/protocol';
import type { ConnectSettings } from './connect-options';
import { RemoteLabError, WaitTimeoutError } from './errors';
import type { SessionEvents } from './events/session-events';
import { type HttpAnswer, isPassing, isSuccess, propertyOf } from './http-answer';
import type { HttpClient } from './http-client';
import { Outage } from './outage';
import { QueueReport } from './queue-report';
import { readRefusal, refusalError } from './refusal';
import type { SessionChannel } from './session-channel';
import { withJitter } from './wait';
import { withDeadline } from './with-deadline';

/** How long the server may hold back its answer until something changes. */
const LONG_POLL_S = 30;

/** What the waiting needs of a client that is about to be connected. */
export interface Waiter {
  readonly http: HttpClient;
  readonly channel: SessionChannel;
  readonly events: SessionEvents;
  readonly settings: ConnectSettings;
}

/**
 * Resolves when the session is active, and reports its place at once and at each change. It is told by events; as long
 * as none come in, it asks.
 * @throws WaitTimeoutError after `settings.waitTimeout`, SessionLostError, RemoteLabError for a refusal or an
 * outage that lasts, the signal's reason, or what `onPosition` throws
 */
export async function waitForActive(waiter: Waiter, position: number | undefined): Promise<void> {
  const { channel, events, settings } = waiter;
  const done = new AbortController();
  using report = new QueueReport(settings.onPosition, position);
  const timeoutError = (): Error => waitTimeout(settings.waitTimeout, report);
  const told = new Promise<void>((resolve) => {
    const listening = events.onStatus.add((status) => {
      report.failIfThrows(() => {
        if (tell(report, channel, status)) resolve();
      });
    });
    done.signal.addEventListener('abort', () => listening[Symbol.dispose]());
  });
  const signals = [channel.ended, ...(settings.signal === undefined ? [] : [settings.signal])];
  try {
    await withDeadline(settings.waitTimeout, timeoutError, signals, (signal) => {
      if (position === 0) report.tell({ status: 'active', position });
      events.start();
      return Promise.race([
        told,
        report.failed,
        ask(waiter, report, timeoutError, AbortSignal.any([signal, done.signal])),
      ]);
    });
  } finally {
    done.abort();
  }
}

/** Looks at the session again and again while no events come in; resolves when it is active. */
async function ask(
  { http, channel, events, settings }: Waiter,
  report: QueueReport,
  timeoutError: () => Error,
  signal: AbortSignal,
): Promise<void> {
  const { clock, pollInterval, requestTimeout } = settings;
  const deadline = clock.now() + settings.waitTimeout;
  const outage = new Outage(clock);
  for (;;) {
    await events.silence(signal);
    const begun = clock.now();
    const remaining = deadline - begun;
    if (remaining <= 0) throw timeoutError();
    const held = Math.min(LONG_POLL_S, Math.floor(remaining / 1000));
    const patience = requestTimeout + held * 1000;
    try {
      const answer = await http.send({
        route: 'sessionStatus',
        parameters: { session_id: channel.sessionId },
        ...(held > 0 && { query: longPoll(held, report.position) }),
        timeout: Math.min(patience, remaining),
        ...(remaining <= patience && { timeoutError }),
        signals: [signal],
        repeatable: true,
      });
      if (tell(report, channel, readStatus(answer, channel))) return;
      outage.isOver();
    } catch (error) {
      outage.tolerate(error);
    }
    // A server that held its answer back is asked again at once; one that does not know how to, after a while.
    if (clock.now() - begun < pollInterval) {
      const left = Math.max(deadline - clock.now(), 0);
      await clock.sleep(Math.min(withJitter(pollInterval, clock), left), signal);
    }
  }
}

function longPoll(seconds: number, position: number | undefined): Readonly<Record<string, string>> {
  return { wait: String(seconds), ...(position !== undefined && { position: String(position) }) };
}

/** Reports the place; tells whether the session is active. Any other word means waiting: new states break no old client. */
function tell(report: QueueReport, channel: SessionChannel, status: SessionStatusResponseDto): boolean {
  channel.name ??= status.name;
  const active = status.status === 'active';
  report.tell(active ? { ...status, position: 0 } : status);
  return active;
}

function readStatus(answer: HttpAnswer, channel: SessionChannel): SessionStatusResponseDto {
  if (isSuccess(answer)) return lenientStatus(answer);
  const refusal = readRefusal(answer);
  if (refusal.code === 'session_not_found') throw channel.lose(refusal);
  if (isPassing(answer)) throw new RemoteLabError('server_unreachable', refusal.message, refusal);
  throw refusalError(refusal);
}

/** Takes what there is: later servers may know more states, and the original gives a position below 0 at times. */
function lenientStatus({ status, body }: HttpAnswer): SessionStatusResponseDto {
  if (sessionStatusResponseDto.is(body)) return body;
  if (typeof propertyOf(body, 'status') !== 'string')
    throw new RemoteLabError(
      'unexpected_answer',
      'The answer about the session has no status. Is there a lab server at this address?',
      { status },
    );
  return { status: 'waiting', position: -1 };
}

function waitTimeout(milliseconds: number, { position, holder }: QueueReport): WaitTimeoutError {
  const who = [holder?.owner, holder?.purpose].filter((part) => part !== undefined).join(', ');
  const held =
    holder === undefined ? '' : `; ${holder.name}${who === '' ? '' : ` (${who})`} has the lab host`;
  return new WaitTimeoutError(
    'wait_timeout',
    `Still waiting after ${milliseconds / 1000} s, with ${position ?? 'some'} ahead in the queue${held}. ` +
      'Wait longer with waitTimeout (REMOTE_LAB_SESSION_TIMEOUT), or see who holds the lab.',
    { holder: holder?.name },
  );
}
