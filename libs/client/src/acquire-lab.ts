import { type AcquireResponseDto, acquireResponseDto } from '@remote-lab/protocol';
import { LabStartError, RemoteLabError, WaitTimeoutError } from './errors';
import type { SessionEvents } from './events/session-events';
import { followJob } from './follow-job';
import { propertyOf } from './http-answer';
import { labForm } from './lab-form';
import { LabOutput } from './lab-output';
import { LabVacancy } from './lab-vacancy';
import { Outage } from './outage';
import { placeOrder } from './place-order';
import { readDto } from './read-dto';
import { type Refusal, refusalError } from './refusal';
import type { SessionChannel } from './session-channel';
import type { LabUpload } from './topology-source';
import { type Clock, withJitter } from './wait';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5_000;
/** With less than this left, asking once more is no use. */
const LAST_CHANCE_MS = 100;

/** An order for a lab. */
export interface LabOrder {
  readonly upload: LabUpload;
  readonly reuse: boolean;
  /** Milliseconds for everything: the uploads, the waiting while the lab is busy, and the building. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  readonly onOutput?: (line: string) => void;
}

/** What an order is carried out with. */
export interface LabOrderer {
  readonly channel: SessionChannel;
  readonly events: SessionEvents;
  readonly clock: Clock;
}

/**
 * Asks for the lab until it is not busy any more, and the server not restarting, sending the whole order each time. When it gives up, nothing is left of
 * the order.
 * @throws WaitTimeoutError `acquire_timeout`, LabStartError, SessionLostError, RemoteLabError for any other
 * refusal, or the signal's reason
 */
export async function acquireLab(orderer: LabOrderer, order: LabOrder): Promise<AcquireResponseDto> {
  const { channel, events, clock } = orderer;
  const deadline = clock.now() + order.timeout;
  const signals = order.signal === undefined ? [] : [order.signal];
  using vacancy = new LabVacancy(events);
  const outage = new Outage(clock);
  let busy: RemoteLabError | undefined;
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
    vacancy.forget();
    try {
      return await orderOnce(orderer, order, deadline, () => buildTimeout(order, busy));
    } catch (error) {
      const remaining = deadline - clock.now();
      if (isBusy(error)) {
        busy = error;
        if (remaining < LAST_CHANCE_MS) throw busyTimeout(order, busy);
        outage.isOver();
      } else {
        if (!wasNotBegun(error) || remaining < LAST_CHANCE_MS) throw error;
        outage.tolerate(error);
      }
      // Never all that is left: what is asked last must still get its answer. Among the users of one session, who
      // share a lab by turns, the next one shall have it soon.
      const longest = busy?.holder === 'own_session' ? FIRST_DELAY_MS : LONGEST_DELAY_MS;
      const sleep = Math.min(withJitter(Math.min(delay, longest), clock), remaining / 2);
      await vacancy.wait(sleep, clock, [channel.ended, ...signals]);
    }
  }
}

function isBusy(error: unknown): error is RemoteLabError {
  return error instanceof RemoteLabError && error.code === 'lab_busy';
}

/** A server that restarts keeps the session, and an order that it refused, or never got, can be sent again. */
function wasNotBegun(error: unknown): boolean {
  if (!(error instanceof RemoteLabError)) return false;
  return (
    error.code === 'shutting_down' ||
    (error.code === 'server_unreachable' && propertyOf(error.cause, 'code') === 'ECONNREFUSED')
  );
}

/** Sends the order, and follows the job that it may become; one that a restart of the server has swallowed is sent again. */
async function orderOnce(
  { channel, events, clock }: LabOrderer,
  order: LabOrder,
  deadline: number,
  timeoutError: () => Error,
): Promise<AcquireResponseDto> {
  using output = new LabOutput(events, order);
  const signals = [output.failed, ...(order.signal === undefined ? [] : [order.signal])];
  const follower = { channel, clock, deadline, timeoutError, signals, toError: startError };
  for (;;) {
    const answer = await placeOrder(follower, { body: labForm(order.upload, order.reuse) });
    const result = answer.status === 202 ? await followJob(follower, answer) : answer;
    if (result === undefined) continue;
    const lab = readDto(acquireResponseDto, result);
    await output.complete(lab);
    return lab;
  }
}

/** The original answers a bare 500 when netlab fails. */
function startError(refusal: Refusal): Error {
  if (refusal.code !== 'internal_error' || refusal.explained) return refusalError(refusal);
  return new LabStartError(
    'lab_start_failed',
    'The lab could not be started; the server does not tell why, but its log has the output of netlab.',
    [],
    refusal,
  );
}

function busyTimeout({ timeout }: LabOrder, busy: RemoteLabError): WaitTimeoutError {
  const advice =
    busy.holder === 'own_session'
      ? 'This very session holds it: release what it acquired before, or acquire the same topology with reuse.'
      : 'Wait longer with timeout (REMOTE_LAB_ACQUISITION_TIMEOUT), or look who does not release it.';
  return new WaitTimeoutError(
    'acquire_timeout',
    `The lab was busy for all of ${timeout / 1000} s (${busy.message}). ${advice}`,
    { status: busy.status, reason: busy.reason, holder: busy.holder, cause: busy },
  );
}

function buildTimeout({ timeout, upload }: LabOrder, busy: RemoteLabError | undefined): WaitTimeoutError {
  const before = busy === undefined ? '' : `busy at first (${busy.message}), then `;
  return new WaitTimeoutError(
    'acquire_timeout',
    `The lab of ${upload.topology.name} was not there after ${timeout / 1000} s: ${before}still being built. ` +
      'Wait longer with timeout (REMOTE_LAB_ACQUISITION_TIMEOUT).',
    { holder: busy?.holder, cause: busy },
  );
}
