import type { SessionStatusResponseDto } from '@remote-lab/protocol';
import type { ConnectSettings } from './connect-options';
import { SessionLostError } from './errors';
import type { SessionEvents } from './events/session-events';
import type { HttpClient } from './http-client';
import { Outage } from './outage';
import { QueueLook } from './queue-look';
import { QueueReport } from './queue-report';
import type { SessionChannel } from './session-channel';
import { withJitter } from './wait';
import { isWaitTimeout, waitTimeout } from './wait-timeout';
import { withDeadline } from './with-deadline';

/** What the waiting needs of a client that is about to be connected. */
export interface Waiter {
  readonly http: HttpClient;
  readonly channel: SessionChannel;
  readonly events: SessionEvents;
  readonly settings: ConnectSettings;
  /** When the waiting began, by the clock of the settings: a slow answer to the first request counts, too. */
  readonly begun: number;
}

/**
 * Resolves when the session is active, and reports its place at once and at each change. It is told by events; as long
 * as none come in, it asks.
 * @throws WaitTimeoutError after `settings.waitTimeout`, SessionLostError, RemoteLabError for a refusal or an
 * outage that lasts, the signal's reason, or what `onPosition` throws
 */
export async function waitForActive(waiter: Waiter, position: number | undefined): Promise<void> {
  const { channel, events, settings, begun } = waiter;
  const deadline = begun + settings.waitTimeout;
  const done = new AbortController();
  using report = new QueueReport(settings.onPosition, position, settings.clock);
  const timeoutError = (): Error =>
    waitTimeout(`Still waiting after ${settings.waitTimeout / 1000} s`, report);
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
    const remaining = deadline - settings.clock.now();
    if (remaining <= 0) throw timeoutError();
    await withDeadline(remaining, timeoutError, signals, (signal) => {
      if (position === 0) report.tell({ status: 'active', position });
      events.start();
      return Promise.race([
        told,
        report.failed,
        ask(waiter, report, {
          // It is active, probably: that is worth a look of its own, for events may be held back on the way.
          hurry: position === undefined || position === 0,
          deadline,
          timeoutError,
          signal: AbortSignal.any([signal, done.signal]),
        }),
      ]);
    });
    // Active, and lost in the same moment.
    channel.ended.throwIfAborted();
  } catch (error) {
    const waitedTooLong =
      error instanceof SessionLostError &&
      (events.endReason === 'wait_timeout' || isWaitTimeout(error.reason));
    throw waitedTooLong ? waitTimeout(`The session ${error.reason ?? 'waited too long'}`, report) : error;
  } finally {
    done.abort();
  }
}

/** Looks at the session again and again while no events come in; resolves when it is active. */
async function ask(
  { http, channel, events, settings }: Waiter,
  report: QueueReport,
  { hurry, deadline, timeoutError, signal }: Asking,
): Promise<void> {
  const { clock, pollInterval, requestTimeout } = settings;
  const outage = new Outage(clock);
  const look = new QueueLook(http, channel, requestTimeout);
  for (let first = true; ; first = false) {
    if (!first || !hurry) await events.silence(signal);
    const begun = clock.now();
    const remaining = deadline - begun;
    if (remaining <= 0) throw timeoutError();
    try {
      const status = await look.take({ position: report.position, remaining, timeoutError, signal });
      // An event that came meanwhile is newer; but active is active.
      const stale = events.telling && status?.status !== 'active';
      if (status !== undefined && !stale && tell(report, channel, status)) return;
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

interface Asking {
  /** Whether to look once without waiting for an event. */
  readonly hurry: boolean;
  readonly deadline: number;
  readonly timeoutError: () => Error;
  readonly signal: AbortSignal;
}

/** Reports the place; tells whether the session is active. Any other word means waiting: new states break no old client. */
function tell(report: QueueReport, channel: SessionChannel, status: SessionStatusResponseDto): boolean {
  channel.name ??= status.name;
  const active = status.status === 'active';
  report.tell(active ? { ...status, position: 0 } : status);
  return active;
}
