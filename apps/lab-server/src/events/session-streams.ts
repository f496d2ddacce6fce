import type { LabEvent, LabManager } from '@remote-lab/lab-manager';
import { type EventName, SNAPSHOT_EVENT, type SessionStatusResponseDto } from '@remote-lab/protocol';
import type { EndedSession, QueueEvent, Session, SessionQueue } from '@remote-lab/session-queue';
import { EventIds } from './event-ids';
import { EventJournal } from './event-journal';
import type { EventSink } from './event-sink';
import { labEventDto } from './lab-event-dto';

/** What {@link SessionStreams} tells about, and how. */
export interface SessionStreamParts {
  readonly queue: Pick<SessionQueue, 'active' | 'find' | 'onEvent'>;
  readonly labs: Pick<LabManager, 'onEvent'>;
  readonly describe: (session: Session) => SessionStatusResponseDto;
}

/** Less than a stream may have unsent, so that catching up does not end it again. */
const JOURNAL_BYTES = 1024 * 1024;
const TOLD_AT_ONCE = 100;

/**
 * Tells everybody who listens what happens to their session: its place in the queue, its end, and once it is active what
 * happens to the lab. Whoever is promoted is told first, then those who moved up. Only what happens to the lab is
 * remembered, for a listener that comes back; of the queue the snapshot says all there is to say.
 */
export class SessionStreams implements Disposable {
  readonly #parts: SessionStreamParts;
  readonly #journal = new EventJournal(JOURNAL_BYTES);
  readonly #ids = new EventIds();
  /** By session id; with each listener the position that it was told last. */
  readonly #sinks = new Map<string, Map<EventSink, number>>();
  /** Those with greater tickets have moved up and are still to be told; Infinity when nobody is. */
  #untoldBehind = Infinity;
  readonly #subscriptions: readonly Disposable[];

  constructor(parts: SessionStreamParts) {
    this.#parts = parts;
    this.#subscriptions = [
      parts.queue.onEvent((event) => this.#onQueue(event)),
      parts.labs.onEvent((event) => this.#onLab(event)),
    ];
  }

  /**
   * Tells a listener how things stand, what it missed after the event `lastEventId`, and from then on everything that
   * happens, until the answer is disposed of or the session ends. The session lives when this is called.
   */
  open(session: Session, lastEventId: string | undefined, sink: EventSink): Disposable {
    const { id } = session;
    const known = this.#ids.read(lastEventId, this.#journal.last);
    // A listener that is cut off while it catches up must be able to begin again where it was.
    const seq = known ?? this.#journal.last;
    const snapshot = JSON.stringify(this.#parts.describe(session));
    sink.send({ id: this.#ids.write(seq), event: SNAPSHOT_EVENT, data: snapshot });
    for (const entry of this.#journal.after(seq, id)) {
      sink.send({ id: this.#ids.write(entry.seq), event: entry.event, data: entry.data });
    }
    const sinks = this.#sinks.get(id) ?? new Map<EventSink, number>();
    this.#sinks.set(id, sinks.set(sink, session.position));
    return {
      [Symbol.dispose]: () => {
        sinks.delete(sink);
        if (sinks.size === 0 && this.#sinks.get(id) === sinks) this.#sinks.delete(id);
      },
    };
  }

  [Symbol.dispose](): void {
    for (const subscription of this.#subscriptions) subscription[Symbol.dispose]();
    for (const sinks of this.#sinks.values()) for (const sink of sinks.keys()) sink.end();
    this.#sinks.clear();
  }

  #onQueue(event: QueueEvent): void {
    switch (event.type) {
      case 'session.queued':
        return;
      case 'session.active':
        return this.#tell(event.session.id, event.type, this.#parts.describe(event.session));
      case 'session.moved':
        return this.#tellMoved(event.behind);
      case 'session.ended':
        return this.#end(event.session);
    }
  }

  // Later, and some at a time: neither the promoted one nor anybody's request waits until the whole queue is told.
  #tellMoved(behind: number): void {
    const isUnderWay = this.#untoldBehind !== Infinity;
    this.#untoldBehind = Math.min(this.#untoldBehind, behind);
    if (isUnderWay) return;
    setImmediate(() => {
      this.#tellSome([...this.#sinks.keys()], this.#untoldBehind);
      this.#untoldBehind = Infinity;
    });
  }

  #tellSome(ids: readonly string[], behind: number): void {
    for (const id of ids.slice(0, TOLD_AT_ONCE)) {
      const session = this.#parts.queue.find(id);
      // Whoever was promoted meanwhile has been told so.
      if (session?.status !== 'waiting' || session.ticket <= behind) continue;
      this.#tell(id, 'session.moved', this.#parts.describe(session), session.position);
    }
    const rest = ids.slice(TOLD_AT_ONCE);
    if (rest.length > 0) setImmediate(() => this.#tellSome(rest, behind));
  }

  #end({ id, reason, explanation, name }: EndedSession): void {
    this.#tell(id, 'session.ended', { reason, explanation, name });
    for (const sink of this.#sinks.get(id)?.keys() ?? []) sink.end();
    this.#sinks.delete(id);
  }

  #onLab(event: LabEvent): void {
    const audience = this.#parts.queue.active()?.id;
    const data = audience === undefined ? undefined : labEventDto(event, audience);
    if (audience === undefined || data === undefined) return;
    const entry = this.#journal.append(audience, event.type, data);
    const message = { id: this.#ids.write(entry.seq), event: entry.event, data: entry.data };
    for (const sink of this.#sinks.get(audience)?.keys() ?? []) sink.send(message);
  }

  /** Tells a session's listeners, but for those that know this position. */
  #tell(session: string, event: EventName, data: object, position?: number): void {
    const message = { id: this.#ids.write(this.#journal.last), event, data: JSON.stringify(data) };
    const sinks = this.#sinks.get(session) ?? new Map<EventSink, number>();
    for (const [sink, known] of sinks) {
      if (known === position) continue;
      if (position !== undefined) sinks.set(sink, position);
      sink.send(message);
    }
  }
}
