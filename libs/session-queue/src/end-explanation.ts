import type { EndReason, SessionRequest, SessionStatus, SessionTimeouts } from './session';
import { silenceAllowed } from './lease';

/** Why a session ended, as a clause that fits after its name; has numbers, never an id. */
export function explainEnd(
  reason: EndReason,
  session: { readonly status: SessionStatus; readonly request: SessionRequest },
  timeouts: SessionTimeouts,
): string {
  switch (reason) {
    case 'released':
      return session.status === 'active'
        ? 'released by a request with its id'
        : 'withdrawn by a request with its id while waiting';
    case 'crashed':
      return 'reported as crashed by its client';
    case 'destroyed':
      return 'ended by an operator';
    case 'expired':
      return `expired after ${seconds(silenceAllowed(session.status, timeouts))} without a sign of life`;
    case 'wait_timeout':
      return `gave up after ${seconds(session.request.waitTimeoutMs ?? 0)} of waiting, the limit it had asked for`;
  }
}

function seconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(3))} s`;
}
