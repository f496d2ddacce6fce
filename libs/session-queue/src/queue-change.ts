import { explainEnd } from './end-explanation';
import { whomToPromote } from './promotion';
import { sessionName } from './session-name';
import type { NewHistoryEntry } from './history';
import type { LiveSessions } from './live-sessions';
import type { QueueTransaction, SessionRow } from './queue-store';
import type { EndedSession, EndReason, SessionRequest, SessionTimeouts } from './session';

/** What a change needs to know besides the transaction. */
export interface ChangeContext {
  readonly live: LiveSessions;
  readonly timeouts: SessionTimeouts;
  readonly tombstones: number;
  readonly historyLimit: number;
}

/** What a change did to the queue, to be taken over into memory once it is committed. */
export interface QueueDelta {
  /** Live sessions that are gone, in ticket order. */
  readonly removed: readonly SessionRow[];
  /** What is known of their ends; all of them, except when others ended more than the store remembers. */
  readonly ended: readonly EndedSession[];
  readonly added: readonly SessionRow[];
  /** With status and time as they are now. */
  readonly promoted: readonly SessionRow[];
}

/** One change while it is being made: it writes to the transaction, reads memory and leaves memory as it is. */
export class QueueChange implements QueueDelta {
  readonly removed: SessionRow[] = [];
  readonly ended: EndedSession[] = [];
  readonly added: SessionRow[] = [];
  readonly promoted: SessionRow[] = [];
  readonly #endedIds = new Set<string>();

  constructor(
    private readonly transaction: QueueTransaction,
    private readonly at: Date,
    private readonly context: ChangeContext,
  ) {}

  /** Appends a session to the queue. */
  async enqueue(id: string, request: SessionRequest): Promise<SessionRow> {
    const ticket = await this.transaction.nextTicket();
    const name = sessionName(ticket, this.context.live.names);
    const row: SessionRow = { id, name, ticket, status: 'waiting', request, createdAt: this.at };
    await this.transaction.insertSession(row);
    this.added.push(row);
    await this.#record({ kind: 'session.queued', session: name, data: requestData(ticket, request) });
    return row;
  }

  /** Ends a live session. */
  async end(row: SessionRow, reason: EndReason): Promise<EndedSession> {
    const { id, name, ticket, createdAt, activeSince } = row;
    const explanation = explainEnd(reason, row, this.context.timeouts);
    const ended: EndedSession = {
      id,
      name,
      ticket,
      reason,
      wasActive: row.status === 'active',
      createdAt,
      ...(activeSince && { activeSince }),
      endedAt: this.at,
      explanation,
    };
    await this.transaction.deleteSession(id);
    await this.transaction.insertTombstone(ended, this.context.tombstones);
    this.removed.push(row);
    this.ended.push(ended);
    this.#endedIds.add(id);
    await this.#record({ kind: 'session.ended', session: name, detail: explanation, data: summary(ended) });
    return ended;
  }

  /** Makes the rule of promotion hold again for what the queue will be after this change. */
  async restorePromotion(): Promise<void> {
    const next = whomToPromote(this.#remaining());
    if (next === undefined) return;
    await this.transaction.activateSession(next.id, this.at);
    this.promoted.push({ ...next, status: 'active', activeSince: this.at });
    await this.#record({ kind: 'session.active', session: next.name, data: { ticket: next.ticket } });
  }

  *#remaining(): Iterable<SessionRow> {
    for (const row of this.context.live.rows()) {
      if (!this.#endedIds.has(row.id)) yield row;
    }
    yield* this.added;
  }

  #record(entry: NewHistoryEntry): Promise<void> {
    return this.transaction.appendHistory(entry, this.at, this.context.historyLimit);
  }
}

function requestData(ticket: number, { waitTimeoutMs, ...words }: SessionRequest) {
  return { ticket, ...words, ...(waitTimeoutMs !== undefined && { wait_timeout_ms: waitTimeoutMs }) };
}

function summary({ ticket, reason, wasActive, createdAt, activeSince, endedAt }: EndedSession) {
  const waitedUntil = activeSince ?? endedAt;
  return {
    ticket,
    reason,
    was_active: wasActive,
    waited_ms: waitedUntil.getTime() - createdAt.getTime(),
    active_ms: activeSince ? endedAt.getTime() - activeSince.getTime() : 0,
  };
}
