/** A session waits for the slot or holds it; there is no third state, an ended session is an {@link EndedSession}. */
export type SessionStatus = 'waiting' | 'active';

/** What a client may say about itself when it queues up. */
export interface SessionRequest {
  readonly owner?: string;
  readonly purpose?: string;
  readonly url?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Upper bound of the whole wait in milliseconds, however alive the client is; it ends nothing once active. */
  readonly waitTimeoutMs?: number;
}

/** A live session, as it was at the moment it was asked for. */
export interface Session {
  /** The capability: whoever knows it may act as the session. Never log, list or publish it; use `name`. */
  readonly id: string;
  /** The public form, such as `calm-otter-42`; unique among the live sessions. */
  readonly name: string;
  /** The order number: a session with a smaller one is served first. Never used twice. */
  readonly ticket: number;
  readonly status: SessionStatus;
  /** How many live sessions are ahead: 0 is the active one, k the k-th waiter. */
  readonly position: number;
  readonly request: SessionRequest;
  readonly createdAt: Date;
  /** Set when, and only when, the session is active. */
  readonly activeSince?: Date;
}

/**
 * Why a session is over: `released` by a request with its id, `crashed` as its client's watchdog reported, `expired` without a
 * sign of life, `destroyed` by an operator, `wait_timeout` when the wait took longer than its request allowed.
 */
export type EndReason = 'released' | 'crashed' | 'expired' | 'destroyed' | 'wait_timeout';

/** What is remembered of a session that is over. */
export interface EndedSession {
  /** As secret as it was while the session lived. */
  readonly id: string;
  readonly name: string;
  readonly ticket: number;
  readonly reason: EndReason;
  /** Whether it held the slot, so that there may be a lab to tear down. */
  readonly wasActive: boolean;
  readonly createdAt: Date;
  readonly activeSince?: Date;
  readonly endedAt: Date;
  /** The reason in words with its numbers, e.g. `expired after 300 s without a sign of life`; names no id. */
  readonly explanation: string;
}

/** How long a session lives without a sign of life, in milliseconds; it ends when strictly more has passed. */
export interface SessionTimeouts {
  readonly waitingMs: number;
  readonly activeMs: number;
}
