import { QueueError } from './errors';
import type { SessionRequest } from './session';

/** Refuses a change of a queue that is closed. */
export function closedError(): QueueError {
  return new QueueError(
    'queue_closed',
    'The queue is closed, its sessions are stored: ask again after the restart.',
  );
}

/** @throws {QueueError} `invalid_timeout` for a wait timeout that is no positive number. */
export function refuseBadTimeout({ waitTimeoutMs }: SessionRequest): void {
  if (waitTimeoutMs === undefined || (waitTimeoutMs > 0 && Number.isFinite(waitTimeoutMs))) return;
  throw new QueueError(
    'invalid_timeout',
    `A wait timeout of ${waitTimeoutMs} ms cannot be kept: give a positive number, or none to wait without limit.`,
  );
}
