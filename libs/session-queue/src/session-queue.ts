import { QueueError } from './errors';
import type { HistoryEntry, HistoryQuery, NewHistoryEntry } from './history';
import type { DueSession } from './live-sessions';
import { QueueChange } from './queue-change';
import type { QueueListener } from './queue-event';
import { QueueMemory } from './queue-memory';
import { closedError, refuseBadTimeout } from './queue-refusals';
import type { EndedSession, EndReason, Session, SessionRequest } from './session';
import { withDefaults, type SessionQueueOptions } from './session-queue-options';
import { Turns } from './turns';

/** Thrown inside a transaction to undo it when a session gave a sign of life while it was being expired. */
class NoLongerDue extends Error {}

/**
 * A strict FIFO queue of leased sessions. The session with the smallest ticket is active, all others wait; that is
 * restored within the same transaction by every change and by {@link SessionQueue.open}. Changes are stored before
 * they are seen, and happen one after the other; looks and signs of life touch memory only.
 *
 * States:
 * - open: from `open` until `close`; everything works.
 * - closed: from `close` on; changes are refused with `queue_closed`, looks answer as of the moment of closing.
 *   The sessions stay stored and live on in the next queue opened on the store, with all clocks started anew.
 */
export class SessionQueue implements AsyncDisposable {
  readonly #options: Required<SessionQueueOptions>;
  readonly #memory: QueueMemory;
  readonly #turns = new Turns();
  #foreignChanges: Disposable | undefined;
  #closed = false;

  private constructor(options: SessionQueueOptions) {
    this.#options = withDefaults(options);
    const { timeouts, tombstones, onError } = this.#options;
    this.#memory = new QueueMemory(timeouts, tombstones, onError);
  }

  /** Reads the queue from its store and restores promotion. Rejects with a {@link StoreError}. */
  static async open(options: SessionQueueOptions): Promise<SessionQueue> {
    const queue = new SessionQueue(options);
    await queue.#restore();
    queue.#foreignChanges = options.store.onForeignChange?.(() => {
      queue.#restore().catch((error: unknown) => queue.#memory.listeners.report(error));
    });
    return queue;
  }

  /**
   * Appends a session, active at once when nobody is ahead. Rejects with `invalid_timeout` for a wait timeout that is
   * no positive number, and with a {@link StoreError}, after which there is no such session.
   */
  async enqueue(request: SessionRequest = {}): Promise<Session> {
    refuseBadTimeout(request);
    const id = this.#options.newId();
    return this.#change(async (change) => {
      const row = await change.enqueue(id, request);
      return () => this.find(id) ?? { ...row, position: this.#memory.live.size };
    });
  }

  /** The live session with this id, as it is now. O(log n), memory only. */
  find(id: string): Session | undefined {
    return this.#memory.live.find(id);
  }

  /** The session that holds the slot; undefined only when nobody is in the queue. */
  active(): Session | undefined {
    return this.#memory.live.active();
  }

  /** The next ones in order, at most `limit` of them. */
  waiting(limit = Infinity): readonly Session[] {
    return this.#memory.live.waiting(limit);
  }

  /** How many wait and how many are active (0 or 1). O(1). */
  counts(): { readonly waiting: number; readonly active: number } {
    return this.#memory.live.counts();
  }

  /**
   * Milliseconds until it is the turn of whoever has this position, judged by how long the last sessions had the slot;
   * undefined while nobody can tell. O(1), memory only.
   */
  estimatedWait(position: number): number | undefined {
    const { activeSince } = this.active() ?? {};
    const heldFor = activeSince ? this.#options.clock.date().getTime() - activeSince.getTime() : 0;
    return this.#memory.holds.estimate(position, Math.max(heldFor, 0));
  }

  /** Notes a sign of life; false when there is no such session. O(1), memory only. */
  renew(id: string): boolean {
    return this.#memory.live.renew(id, this.#options.clock.now());
  }

  /**
   * Keeps a session from expiring while work for it is under way; disposing of the last pin counts as a sign of life.
   * It does not stop a wait timeout, nor anybody from ending the session. Throws `unknown_session`.
   */
  pin(id: string): Disposable {
    const unpin = this.#memory.live.pin(id);
    if (unpin === undefined) {
      throw new QueueError(
        'unknown_session',
        'There is no such session to keep alive: queue up for a new one.',
      );
    }
    let pinned = true;
    return {
      [Symbol.dispose]: () => {
        if (pinned) unpin(this.#options.clock.now());
        pinned = false;
      },
    };
  }

  /**
   * Ends a session and promotes the next. Idempotent: of all who end the same session exactly one gets the answer,
   * everybody else undefined (see {@link loss}). Rejects with a {@link StoreError}, after which the session lives.
   */
  end(id: string, reason: EndReason): Promise<EndedSession | undefined> {
    return this.#change(async (change) => {
      const row = this.#memory.live.row(id);
      const ended = row && (await change.end(row, reason));
      return () => ended;
    });
  }

  /**
   * Ends every session whose time is up, then promotes. A sign of life or a pin that arrives before the end is stored
   * saves its session. Costs no store access when nothing is due.
   */
  async expire(): Promise<readonly EndedSession[]> {
    for (;;) {
      if (this.#due().length === 0) return [];
      const ended = await this.#expireDue();
      if (ended !== 'undone') return ended;
    }
  }

  /** Monotonic milliseconds at which {@link expire} has something to do unless someone is heard of until then. */
  nextExpiry(): number | undefined {
    return this.#memory.live.nextDue();
  }

  /** What became of a session that is no longer there; bounded, and kept across restarts. */
  loss(id: string): EndedSession | undefined {
    return this.#memory.tombstones.get(id);
  }

  /** Tells a listener of everything from now on, until the answer is disposed of. */
  onEvent(listener: QueueListener): Disposable {
    return this.#memory.listeners.add(listener);
  }

  /**
   * Resolves when the session's status or position changes next, or it ends; at once when there is no such session.
   * Nothing is missed between a {@link find} and a call in the same synchronous stretch. Rejects with the signal's
   * reason, or with `queue_closed`.
   */
  async changed(id: string, signal: AbortSignal): Promise<void> {
    if (this.#closed) throw closedError();
    const row = this.#memory.live.row(id);
    if (row !== undefined) await this.#memory.signals.next(id, row.ticket, signal);
  }

  /** Lines of history, newest first. Works until the store is closed. */
  history(query: HistoryQuery = {}): Promise<readonly HistoryEntry[]> {
    return this.#options.store.history(query);
  }

  /** Writes a line of history, stamped with the queue's clock. Works until the store is closed. */
  record(entry: NewHistoryEntry): Promise<void> {
    const { store, clock, historyLimit } = this.#options;
    return store.transaction((transaction) => transaction.appendHistory(entry, clock.date(), historyLimit));
  }

  /** Waits for changes under way, then refuses more. Ends no session and leaves the store open. Idempotent. */
  close(): Promise<void> {
    return this.#turns.run(async () => {
      this.#closed = true;
      this.#foreignChanges?.[Symbol.dispose]();
      this.#memory.signals.rejectAll(closedError());
      return Promise.resolve();
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #due(): readonly DueSession[] {
    return this.#memory.live.due(this.#options.clock.now());
  }

  async #expireDue(): Promise<readonly EndedSession[] | 'undone'> {
    try {
      return await this.#change(
        async (change) => {
          for (const { row, reason } of this.#due()) await change.end(row, reason);
          return () => change.ended;
        },
        (change) => {
          const due = new Set(this.#due().map(({ row }) => row.id));
          if (change.removed.some(({ id }) => !due.has(id))) throw new NoLongerDue();
        },
      );
    } catch (error) {
      if (error instanceof NoLongerDue) return 'undone';
      throw error;
    }
  }

  #restore(): Promise<void> {
    return this.#change(async () => Promise.resolve(() => undefined));
  }

  /**
   * The one way anything changes: in turn, in a transaction, with promotion restored, in memory once it is stored.
   * The answer that the work prepares is asked for when memory has the change. `check` may throw to undo it all.
   */
  #change<T>(
    work: (change: QueueChange) => Promise<() => T>,
    check: (change: QueueChange) => void = () => undefined,
  ): Promise<T> {
    return this.#turns.run(async () => {
      if (this.#closed) throw closedError();
      const { store, clock } = this.#options;
      const done = await store.transaction(async (transaction) => {
        await this.#memory.catchUp(transaction, clock);
        const change = new QueueChange(transaction, clock.date(), {
          ...this.#options,
          live: this.#memory.live,
        });
        const answer = await work(change);
        await change.restorePromotion();
        const revision = await transaction.revision();
        check(change);
        return { change, answer, revision };
      });
      this.#memory.apply(done.change, done.revision, clock);
      return done.answer();
    });
  }
}
