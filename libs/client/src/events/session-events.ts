import {
  type LabEventDto,
  labEventDto,
  sessionEndedEventDto,
  type SessionStatusResponseDto,
  sessionStatusResponseDto,
  SNAPSHOT_EVENT,
} from '@remote-lab/protocol';
import { isPassing } from '../http-answer';
import type { HttpClient } from '../http-client';
import { readRefusal } from '../refusal';
import type { SessionChannel } from '../session-channel';
import { type Clock, withJitter } from '../wait';
import { EventStream, type StreamedEvent } from './event-stream';
import { Listeners } from './listeners';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;
/** After this the other places of this package look for themselves: a proxy may hold the events back. */
const PATIENCE_MS = 2_000;
const OPENING_TIMEOUT_MS = 15_000;
const STATUS_EVENTS: ReadonlySet<string> = new Set([SNAPSHOT_EVENT, 'session.moved', 'session.active']);

/** An event about the lab: its name, such as `lab.idle`, and what it tells. */
export interface LabNews {
  readonly name: string;
  readonly lab: LabEventDto;
}

/**
 * Listens to what the server tells about the session, until its channel ends. A lost session is told to the channel.
 *
 * - opening: from {@link start} on, and again a while after a broken connection. Leaves with the first event (telling), when
 *   the connection breaks or cannot be made (broken), or when the server has no such stream (useless).
 * - telling: each event reaches the listeners. Leaves when the stream ends (broken), or is silent for too long (overdue).
 * - overdue: the connection may be dead; who waits looks for himself. Leaves when something comes (telling), or when it is
 *   given up (broken).
 * - broken: waits for a moment, then goes back to opening; what the server remembers meanwhile is told then.
 * - useless: the server is one without streams. Final.
 * - stopped: the channel has ended. Final.
 */
export class SessionEvents {
  /** How the session stands. */
  readonly onStatus = new Listeners<SessionStatusResponseDto>();
  /** What happens to the lab, while the session is active. */
  readonly onLab = new Listeners<LabNews>();
  /** Why the session ended, in the word of the wire, if an event told. */
  endReason: string | undefined;
  private readonly onChange = new Listeners<void>();
  private state: 'opening' | 'telling' | 'overdue' | 'broken' | 'useless' = 'opening';
  private following: Promise<void> | undefined;
  private background = false;
  private stream: EventStream | undefined;
  private lastEventId: string | undefined;
  private openedAt = 0;

  constructor(
    private readonly http: Pick<HttpClient, 'openStream'>,
    private readonly channel: SessionChannel,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.following ??= this.follow();
  }

  /** Whether events come in. */
  get telling(): boolean {
    return this.state === 'telling';
  }

  /** From now on, listening does not keep the process alive. */
  moveToBackground(): void {
    this.background = true;
    this.stream?.unref();
  }

  /** Resolves when nothing listens any more; call it after the channel has ended. */
  async stopped(): Promise<void> {
    await this.following;
  }

  /**
   * Resolves when one has to look for oneself, because no events come.
   * @throws the signal's reason
   */
  async silence(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.state !== 'opening' && !this.telling) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(
        () => !this.telling && finish(),
        this.openedAt + PATIENCE_MS - performance.now(),
      );
      const listening = this.onChange.add(() => {
        if (this.state !== 'opening' && !this.telling) finish();
      });
      const finish = (): void => {
        clearTimeout(late);
        listening[Symbol.dispose]();
        signal.removeEventListener('abort', finish);
        resolve();
      };
      signal.addEventListener('abort', finish);
    });
    signal.throwIfAborted();
  }

  private async follow(): Promise<void> {
    const { ended } = this.channel;
    for (let delay = FIRST_RETRY_MS; !ended.aborted; delay = Math.min(delay * 2, LONGEST_RETRY_MS)) {
      this.openedAt = performance.now();
      this.enter('opening');
      const useful = await this.listen();
      if (!useful) return this.enter('useless');
      if (this.state !== 'opening') delay = FIRST_RETRY_MS;
      this.enter('broken');
      try {
        await this.clock.sleep(withJitter(delay, this.clock), ended, 'background');
      } catch {
        // Sleep rejects for no other reason than that the channel has ended.
        return;
      }
    }
  }

  /** Resolves when the stream is over: with false when there is no point in opening another. */
  private async listen(): Promise<boolean> {
    const { ended } = this.channel;
    try {
      const answer = await this.http.openStream({
        route: 'sessionEvents',
        parameters: { session_id: this.channel.sessionId },
        ...(this.lastEventId !== undefined && { headers: { 'Last-Event-ID': this.lastEventId } }),
        timeout: OPENING_TIMEOUT_MS,
        signals: [ended],
      });
      if (!(answer instanceof EventStream)) {
        const refusal = readRefusal(answer);
        if (refusal.code === 'session_not_found') this.channel.lose(refusal);
        return refusal.code === 'session_not_found' || isPassing(answer) || answer.status >= 500;
      }
      await this.read(answer, ended);
    } catch {
      // Broken, or not to be reached: it is tried again, and whoever waits looks for himself meanwhile.
    }
    return true;
  }

  private async read(stream: EventStream, ended: AbortSignal): Promise<void> {
    using open = stream;
    // A listener that is added now would never be called.
    if (ended.aborted) return;
    const close = (): void => open[Symbol.dispose]();
    ended.addEventListener('abort', close);
    this.stream = open;
    if (this.background) open.unref();
    try {
      await open.read(
        (event) => this.tell(event),
        (overdue) => this.beOverdue(overdue),
      );
    } finally {
      this.stream = undefined;
      ended.removeEventListener('abort', close);
    }
  }

  private tell({ name, data, id }: StreamedEvent): void {
    this.lastEventId = id ?? this.lastEventId;
    this.enter('telling');
    if (STATUS_EVENTS.has(name) && sessionStatusResponseDto.is(data)) this.onStatus.tell(data);
    else if (name === 'session.ended' && sessionEndedEventDto.is(data)) {
      this.endReason = data.reason;
      this.channel.lose({ reason: data.explanation });
    } else if (name.startsWith('lab.') && labEventDto.is(data)) this.onLab.tell({ name, lab: data });
  }

  private beOverdue(overdue: boolean): void {
    if (this.state === (overdue ? 'telling' : 'overdue')) this.enter(overdue ? 'overdue' : 'telling');
  }

  private enter(state: typeof this.state): void {
    if (state === this.state) return;
    this.state = state;
    this.onChange.tell();
  }
}
