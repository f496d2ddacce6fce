import { ChangeSignals } from './change-signals';
import type { Clock } from './clock';
import { foreignDelta } from './foreign-delta';
import { HoldTimes } from './hold-times';
import { Listeners } from './listeners';
import { LiveSessions } from './live-sessions';
import type { QueueDelta } from './queue-change';
import type { QueueEvent } from './queue-event';
import type { QueueTransaction } from './queue-store';
import type { SessionTimeouts } from './session';
import { Tombstones } from './tombstones';

/** What the queue holds in memory, and who is told when it changes. Always agrees with some revision of the store. */
export class QueueMemory {
  readonly live: LiveSessions;
  readonly tombstones: Tombstones;
  readonly listeners: Listeners<QueueEvent>;
  readonly signals = new ChangeSignals();
  readonly holds = new HoldTimes();
  #revision: number | undefined;

  constructor(
    timeouts: SessionTimeouts,
    private readonly tombstoneLimit: number,
    onError: (error: unknown) => void,
  ) {
    this.live = new LiveSessions(timeouts);
    this.tombstones = new Tombstones(tombstoneLimit);
    this.listeners = new Listeners(onError);
  }

  /**
   * Takes over what is in the store and not yet here: all of it at first, later what other processes did, or what
   * was stored by a transaction of ours whose outcome we were told wrongly.
   */
  async catchUp(transaction: QueueTransaction, clock: Clock): Promise<void> {
    const revision = await transaction.revision();
    if (revision === this.#revision) return;
    const stored = await transaction.sessions();
    const ended = await transaction.tombstones(this.tombstoneLimit);
    for (const tombstone of ended.toReversed()) {
      this.tombstones.add(tombstone);
      // Later ones are told by the delta.
      if (this.#revision === undefined) this.holds.addOf(tombstone);
    }
    const delta = foreignDelta([...this.live.rows()], stored, (id) => this.tombstones.get(id));
    this.apply(delta, revision, clock);
  }

  /** Takes over a stored change, then tells everybody it concerns. */
  apply(delta: QueueDelta, revision: number, clock: Clock): void {
    const now = clock.now();
    let moved = 0;
    // Last ticket first: what the removal of the smallest one answers counts only those that stay.
    for (const { id } of delta.removed.toReversed()) moved = this.live.remove(id);
    for (const ended of delta.ended) {
      this.tombstones.add(ended);
      this.holds.addOf(ended);
    }
    for (const row of delta.added) this.live.add(row, now);
    for (const { id, activeSince } of delta.promoted)
      this.live.activate(id, activeSince ?? clock.date(), now);
    this.#revision = revision;
    this.#tell(delta, moved, clock.date());
  }

  #tell(delta: QueueDelta, count: number, at: Date): void {
    const behind = delta.removed[0]?.ticket ?? Infinity;
    const events: QueueEvent[] = [];
    for (const { id } of delta.added) {
      const session = this.live.find(id);
      if (session) events.push({ type: 'session.queued', at, session });
    }
    for (const session of delta.ended) events.push({ type: 'session.ended', at, session });
    for (const { id } of delta.promoted) {
      const session = this.live.find(id);
      if (session) events.push({ type: 'session.active', at, session });
    }
    if (count > 0) events.push({ type: 'session.moved', at, behind, count });
    for (const event of events) this.listeners.tell(event);
    this.signals.tell(new Set([...delta.removed, ...delta.promoted].map(({ id }) => id)), behind);
  }
}
