import { SESSION_HEADER } from '@remote-lab/protocol';
import type { HttpClient } from './http-client';
import type { OpenSession } from './open-session';
import { heartbeatInterval } from './heartbeat-interval';
import { Watchdog } from './watchdog/watchdog';

/** The longest that a server of the original lives with a silent session; ours tell theirs. */
const DEFAULT_LEASE_S = 600;

/** Starts the watchdog of a session that this client has opened; `interval` as in the options of connect. */
export function watchSession(http: HttpClient, session: OpenSession, interval: number | undefined): Watchdog {
  const { id, waitingTimeout = DEFAULT_LEASE_S, activeTimeout = DEFAULT_LEASE_S } = session;
  const parameters = { session_id: id };
  // From the queue to the end: the shorter limit counts, and it must be patient for the longer one.
  const shorter = Math.min(waitingTimeout, activeTimeout);
  return Watchdog.start({
    kind: 'watch',
    beat: http.describe({ route: 'heartbeat', headers: { [SESSION_HEADER]: id } }),
    interval: heartbeatInterval(interval, shorter),
    end: http.describe({ route: 'endSession', parameters }),
    crashed: http.describe({ route: 'endSession', parameters, query: { reason: 'crashed' } }),
    patience: Math.max(waitingTimeout, activeTimeout) * 1000,
  });
}
