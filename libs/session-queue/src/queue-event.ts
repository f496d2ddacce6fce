import type { EndedSession, Session } from './session';

/**
 * What happened in the queue, told after it was stored. Sessions are as they are once the whole change is done, so a
 * session that found the queue empty is already active in its `session.queued`. They carry the secret id because
 * listeners live in this process; whatever leaves the process uses `name`.
 */
export type QueueEvent =
  | { readonly type: 'session.queued'; readonly at: Date; readonly session: Session }
  | { readonly type: 'session.active'; readonly at: Date; readonly session: Session }
  | { readonly type: 'session.ended'; readonly at: Date; readonly session: EndedSession }
  | {
      /** Every live session with a ticket greater than `behind` has moved up. */
      readonly type: 'session.moved';
      readonly at: Date;
      readonly behind: number;
      /** How many sessions that are; at least 1. */
      readonly count: number;
    };

/** Called synchronously and in order; what it throws goes to the queue's `onError` and nowhere else. */
export type QueueListener = (event: QueueEvent) => void;
