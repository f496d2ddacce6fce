import { type CreateSessionResponseDto, SESSION_HEADER } from '@remote-lab/protocol';
import type { HttpClient } from './http-client';
import { heartbeatInterval } from './heartbeat-interval';
import type { WatchOrder } from './watchdog/watchdog-orders';

/** The longest that a server of the original lives with a silent session; ours tell theirs. */
const DEFAULT_LEASE_S = 600;
/** A server that is not back by then is left to its own lease, however long that is. */
const LONGEST_PATIENCE_MS = 15 * 60_000;

/** How to watch over a session that this client has created; `interval` as in the options of connect. */
export function watchOrder(
  http: HttpClient,
  created: CreateSessionResponseDto,
  interval: number | undefined,
): WatchOrder {
  const { session_id, waiting_timeout = DEFAULT_LEASE_S, active_timeout = DEFAULT_LEASE_S } = created;
  const parameters = { session_id };
  // From the queue to the end: the shorter limit counts, and it must be patient for the longer one.
  const shorter = Math.min(waiting_timeout, active_timeout);
  return {
    kind: 'watch',
    beat: http.describe({ route: 'heartbeat', headers: { [SESSION_HEADER]: session_id } }),
    interval: heartbeatInterval(interval, shorter),
    end: http.describe({ route: 'endSession', parameters }),
    crashed: http.describe({ route: 'endSession', parameters, query: { reason: 'crashed' } }),
    patience: Math.min(Math.max(waiting_timeout, active_timeout) * 1000, LONGEST_PATIENCE_MS),
  };
}
