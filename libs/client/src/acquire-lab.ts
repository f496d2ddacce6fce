import { type AcquireResponseDto, acquireResponseDto } from '@remote-lab/protocol';
import { LabStartError, RemoteLabError, WaitTimeoutError } from './errors';
import { labForm } from './lab-form';
import { readDto } from './read-dto';
import { type Refusal, refusalError } from './refusal';
import type { SessionChannel } from './session-channel';
import type { LabUpload } from './topology-source';
import { type Clock, withJitter } from './wait';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5_000;

/** An order for a lab. */
export interface LabOrder {
  readonly upload: LabUpload;
  readonly reuse: boolean;
  /** Milliseconds for everything: the uploads, the waiting while the lab is busy, and the building. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks for the lab until it is not busy any more, sending the whole order each time.
 * @throws WaitTimeoutError `acquire_timeout`, LabStartError, SessionLostError, RemoteLabError for any other
 * refusal, or the signal's reason
 */
export async function acquireLab(
  channel: SessionChannel,
  order: LabOrder,
  clock: Clock,
): Promise<AcquireResponseDto> {
  const deadline = clock.now() + order.timeout;
  const signals = order.signal === undefined ? [] : [order.signal];
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
    try {
      const answer = await channel.call({
        route: 'acquireLab',
        body: labForm(order.upload, order.reuse),
        timeout: Math.max(deadline - clock.now(), 1),
        timeoutError: () => buildTimeout(order),
        signals,
        repeatable: false,
        toError: startError,
      });
      return readDto(acquireResponseDto, answer);
    } catch (error) {
      if (!(error instanceof RemoteLabError) || error.code !== 'lab_busy') throw error;
      const remaining = deadline - clock.now();
      if (remaining <= 0) throw busyTimeout(order, error);
      const sleep = Math.min(withJitter(delay, clock), remaining);
      await clock.sleep(sleep, AbortSignal.any([channel.ended, ...signals]));
    }
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

function buildTimeout({ timeout, upload }: LabOrder): WaitTimeoutError {
  return new WaitTimeoutError(
    'acquire_timeout',
    `The lab of ${upload.topology.name} was not there after ${timeout / 1000} s: it was still being built. ` +
      'Wait longer with timeout (REMOTE_LAB_ACQUISITION_TIMEOUT).',
  );
}
