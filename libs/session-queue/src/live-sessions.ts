import { ArrivalOrder } from './arrival-order';
import { DeadlineOrder } from './deadline-order';
import { LeaseOrder } from './lease-order';
import { hasRunOut, runsOutAt, silenceAllowed } from './lease';
import type { SessionRow } from './queue-store';
import type { EndReason, Session, SessionStatus, SessionTimeouts } from './session';

interface Live {
  row: SessionRow;
  /** Work under way; while there is any, no lease is watched. */
  pins: number;
}

/** A session whose time is up, and what its end will be called. */
export interface DueSession {
  readonly row: SessionRow;
  readonly reason: EndReason;
}

const STATUSES: readonly SessionStatus[] = ['active', 'waiting'];

/**
 * The live sessions in memory: who they are, in which order, when they were heard of. Every look and every sign of
 * life costs O(1) or O(log n). It decides nothing and stores nothing.
 *
 * A session here is
 * - waiting: from `add` until `activate` or `remove`; its wait deadline runs if it has one;
 * - active: from `activate` (or `add` of an active row) until `remove`;
 * and in both states either leased (its silence is measured) or pinned (from the first `pin` until the last unpin).
 */
export class LiveSessions {
  readonly #byId = new Map<string, Live>();
  readonly #names = new Set<string>();
  readonly #order = new ArrivalOrder<Live>();
  readonly #leases = { waiting: new LeaseOrder<Live>(), active: new LeaseOrder<Live>() };
  readonly #waitDeadlines = new DeadlineOrder<Live>();
  #active: Live | undefined;

  constructor(private readonly timeouts: SessionTimeouts) {}

  /** The names in use. */
  get names(): { has(name: string): boolean } {
    return this.#names;
  }

  /** Every session, active or waiting. */
  get size(): number {
    return this.#byId.size;
  }

  /** Takes in a session with a ticket greater than all others; its clocks start now. */
  add(row: SessionRow, now: number): void {
    const live: Live = { row, pins: 0 };
    this.#byId.set(row.id, live);
    this.#names.add(row.name);
    this.#order.append(live);
    this.#leases[row.status].heard(live, now);
    if (row.status === 'active') this.#active = live;
    else if (row.request.waitTimeoutMs !== undefined) {
      this.#waitDeadlines.set(live, runsOutAt(now, row.request.waitTimeoutMs));
    }
  }

  /** Turns a waiting session active and starts its clock anew. */
  activate(id: string, activeSince: Date, now: number): void {
    const live = this.#byId.get(id);
    if (live === undefined) return;
    live.row = { ...live.row, status: 'active', activeSince };
    this.#active = live;
    this.#waitDeadlines.delete(live);
    this.#leases.waiting.remove(live);
    if (live.pins === 0) this.#leases.active.heard(live, now);
  }

  /** Forgets a session and answers how many were behind it. */
  remove(id: string): number {
    const live = this.#byId.get(id);
    if (live === undefined) return 0;
    const behind = this.size - 1 - (this.#order.ahead(live) ?? 0);
    this.#byId.delete(id);
    this.#names.delete(live.row.name);
    this.#order.remove(live);
    this.#leases[live.row.status].remove(live);
    this.#waitDeadlines.delete(live);
    if (this.#active === live) this.#active = undefined;
    return behind;
  }

  /** The stored form of a live session. */
  row(id: string): SessionRow | undefined {
    return this.#byId.get(id)?.row;
  }

  /** In ticket order. */
  *rows(): Iterable<SessionRow> {
    for (const live of this.#order) yield live.row;
  }

  find(id: string): Session | undefined {
    const live = this.#byId.get(id);
    return live && { ...live.row, position: this.#order.ahead(live) ?? 0 };
  }

  active(): Session | undefined {
    return this.#active && { ...this.#active.row, position: 0 };
  }

  waiting(limit: number): readonly Session[] {
    const sessions: Session[] = [];
    let position = 0;
    for (const { row } of this.#order) {
      if (sessions.length >= limit) break;
      if (row.status === 'waiting') sessions.push({ ...row, position });
      position += 1;
    }
    return sessions;
  }

  counts(): { readonly waiting: number; readonly active: number } {
    const active = this.#active ? 1 : 0;
    return { waiting: this.size - active, active };
  }

  /** Notes a sign of life; false for an unknown session. */
  renew(id: string, now: number): boolean {
    const live = this.#byId.get(id);
    if (live === undefined) return false;
    if (live.pins === 0) this.#leases[live.row.status].heard(live, now);
    return true;
  }

  /** Stops the session's lease until as many unpins; answers how to unpin, or undefined for an unknown session. */
  pin(id: string): ((now: number) => void) | undefined {
    const live = this.#byId.get(id);
    if (live === undefined) return undefined;
    live.pins += 1;
    this.#leases[live.row.status].remove(live);
    return (now) => {
      live.pins -= 1;
      if (this.#byId.get(id) === live) this.renew(id, now);
    };
  }

  /** The sessions whose time is up. */
  due(now: number): readonly DueSession[] {
    const due = new Map<Live, DueSession>();
    for (const { at, item } of this.#waitDeadlines) {
      if (now < at) break;
      due.set(item, { row: item.row, reason: 'wait_timeout' });
    }
    for (const status of STATUSES) {
      for (const { item, since } of this.#leases[status].oldestFirst()) {
        if (!hasRunOut(now, since, silenceAllowed(status, this.timeouts))) break;
        if (!due.has(item)) due.set(item, { row: item.row, reason: 'expired' });
      }
    }
    return [...due.values()].sort((a, b) => a.row.ticket - b.row.ticket);
  }

  /** The earliest time at which {@link due} will have something, if nobody is heard of until then. */
  nextDue(): number | undefined {
    const times: number[] = [];
    for (const { at } of this.#waitDeadlines) {
      times.push(at);
      break;
    }
    for (const status of STATUSES) {
      for (const { since } of this.#leases[status].oldestFirst()) {
        times.push(runsOutAt(since, silenceAllowed(status, this.timeouts)));
        break;
      }
    }
    return times.length === 0 ? undefined : Math.min(...times);
  }
}
