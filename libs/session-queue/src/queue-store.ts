import type { HistoryEntry, HistoryQuery, NewHistoryEntry } from './history';
import type { EndedSession, SessionRequest, SessionStatus } from './session';

/** A live session as it is stored: what must survive a restart, and nothing that a heartbeat changes. */
export interface SessionRow {
  readonly id: string;
  readonly name: string;
  readonly ticket: number;
  readonly status: SessionStatus;
  readonly request: SessionRequest;
  readonly createdAt: Date;
  readonly activeSince?: Date;
}

/**
 * One serialised piece of work on the store. It sees all that was committed before it began and its own writes, and
 * is void once the work it was given to has settled.
 */
export interface QueueTransaction {
  /** Grows whenever a transaction that changed live sessions commits, whichever process it came from. */
  revision(): Promise<number>;
  /** All live sessions in ticket order. */
  sessions(): Promise<readonly SessionRow[]>;
  /** A number greater than every ticket committed so far, also those of sessions long ended. */
  nextTicket(): Promise<number>;
  /** Refuses an id, name or ticket that is taken, and a second active session. */
  insertSession(row: SessionRow): Promise<void>;
  /** Makes a waiting session active; refuses while another one is, and an unknown id. */
  activateSession(id: string, activeSince: Date): Promise<void>;
  /** Does nothing for an unknown id. */
  deleteSession(id: string): Promise<void>;
  /** The sessions that ended last, newest first. */
  tombstones(limit: number): Promise<readonly EndedSession[]>;
  /** Remembers an ended session and forgets the oldest ones beyond `keep`. */
  insertTombstone(ended: EndedSession, keep: number): Promise<void>;
  /** Appends a line to the history and drops the oldest ones beyond `keep`. */
  appendHistory(entry: NewHistoryEntry, at: Date, keep: number): Promise<void>;
}

/**
 * The port through which the queue remembers. It stores rows and decides nothing: FIFO, promotion and leases are the
 * queue's. Every implementation passes the suite in `@remote-lab/session-queue/contract`, which says in full what
 * is promised here.
 */
export interface QueueStore extends AsyncDisposable {
  /**
   * Runs the work once, alone among all transactions of all processes on this store. When it resolves everything
   * it wrote is durable, when it rejects nothing is; the work's own error comes through unchanged. Rejects with a
   * {@link StoreError} when the store fails. Work must not start another transaction of the same store.
   */
  transaction<T>(work: (transaction: QueueTransaction) => Promise<T>): Promise<T>;
  /** Committed lines, newest first. */
  history(query: HistoryQuery): Promise<readonly HistoryEntry[]>;
  /** A hint that another process has changed the live sessions; only stores that several processes share have it. */
  onForeignChange?(listener: () => void): Disposable;
  /** Waits for the work under way and lets go of everything. Idempotent. */
  close(): Promise<void>;
}
