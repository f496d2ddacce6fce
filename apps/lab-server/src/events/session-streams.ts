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

/**
 * Tells everybody who listens what happens to their session: its place in the queue, its end, and once it is active what
 * happens to the lab. Whoever is promoted is told first, then those who moved up. Only what happens to the lab is
 * remembered, for a listener that comes back; of the queue the snapshot says all there is to say.
 */
export class SessionStreams implements Disposable {
  readonly #parts: SessionStreamParts;
  readonly #journal = new EventJournal(JOURNAL_BYTES);
  readonly #ids = new EventIds();
  /** By session id. */
  readonly #sinks = new Map<string, Set<EventSink>>();
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
    send(sink, this.#ids.write(seq), SNAPSHOT_EVENT, this.#parts.describe(session));
    for (const entry of this.#journal.after(seq, id)) {
      sink.send({ id: this.#ids.write(entry.seq), event: entry.event, data: entry.data });
    }
    const sinks = this.#sinks.get(id) ?? new Set();
    this.#sinks.set(id, sinks.add(sink));
    return {
      [Symbol.dispose]: () => {
        sinks.delete(sink);
        if (sinks.size === 0 && this.#sinks.get(id) === sinks) this.#sinks.delete(id);
      },
    };
  }

  [Symbol.dispose](): void {
    for (const subscription of this.#subscriptions) subscription[Symbol.dispose]();
    for (const sinks of this.#sinks.values()) for (const sink of sinks) sink.end();
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

  #tellMoved(behind: number): void {
    for (const id of this.#sinks.keys()) {
      const session = this.#parts.queue.find(id);
      // Whoever was promoted by the same change has been told so.
      if (session?.status !== 'waiting' || session.ticket <= behind) continue;
      this.#tell(id, 'session.moved', this.#parts.describe(session));
    }
  }

  #end({ id, reason, explanation, name }: EndedSession): void {
    this.#tell(id, 'session.ended', { reason, explanation, name });
    for (const sink of this.#sinks.get(id) ?? []) sink.end();
    this.#sinks.delete(id);
  }

  #onLab(event: LabEvent): void {
    const audience = this.#parts.queue.active()?.id;
    const data = audience === undefined ? undefined : labEventDto(event, audience);
    if (audience === undefined || data === undefined) return;
    const entry = this.#journal.append(audience, event.type, data);
    const message = { id: this.#ids.write(entry.seq), event: entry.event, data: entry.data };
    for (const sink of this.#sinks.get(audience) ?? []) sink.send(message);
  }

  #tell(session: string, event: EventName, data: object): void {
    const id = this.#ids.write(this.#journal.last);
    for (const sink of this.#sinks.get(session) ?? []) send(sink, id, event, data);
  }
}

function send(sink: EventSink, id: string, event: string, data: object): void {
  sink.send({ id, event, data: JSON.stringify(data) });
}
