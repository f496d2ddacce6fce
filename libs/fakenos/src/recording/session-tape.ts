import type { Recording, RecordingEvent, SessionSummary } from './recording';

/** What is known of a session when it begins. */
export type SessionBeginning = Pick<
  SessionSummary,
  'host' | 'username' | 'transport' | 'kind' | 'terminal' | 'client_address'
>;

/** What a tape needs of the recorder that it belongs to. */
export interface TapeOwner {
  now(): number;
  date(): Date;
  /** False: there is no room for so many more characters. */
  take(characters: number): boolean;
}

type TapeEvent = { -readonly [Key in keyof RecordingEvent]: RecordingEvent[Key] };

/** What an event costs beside its text, in characters. */
const EVENT_SIZE = 64;
/** Text that comes so soon after other text belongs to it. */
const SAME_BREATH_MS = 20;

/** One session as it is recorded. */
export class SessionTape {
  readonly #owner: TapeOwner;
  readonly #beginning: SessionBeginning & { readonly id: string; readonly started_at: string };
  readonly #startedMs: number;
  readonly #events: TapeEvent[] = [];
  /** The line that is being typed. */
  #line: TapeEvent | undefined;
  /** The line that has been typed last. */
  #lastLine: TapeEvent | undefined;
  #endedAt: string | null = null;
  #status: number | null = null;
  #lines = 0;
  #charactersIn = 0;
  #charactersOut = 0;
  #truncated = false;
  /** What it takes of the recorder's room. */
  size = 0;

  constructor(id: string, beginning: SessionBeginning, owner: TapeOwner) {
    this.#owner = owner;
    this.#beginning = { id, ...beginning, started_at: owner.date().toISOString() };
    this.#startedMs = owner.now();
  }

  get id(): string {
    return this.#beginning.id;
  }

  get hasEnded(): boolean {
    return this.#endedAt !== null;
  }

  /** The client typed this; of a line without echo only its end is given. */
  typed(text: string, endsLine: boolean): void {
    this.#charactersIn += text.length;
    if (endsLine) this.#lines++;
    // The LF of a CR LF belongs to the line that its CR has ended.
    if (text === '\n' && !endsLine && !this.#line) {
      if (this.#lastLine && this.#room(text.length)) this.#lastLine.text += text;
      return;
    }
    if (this.#line && this.#room(text.length)) this.#line.text += text;
    else if (!this.#line) this.#line = this.#add('in', text);
    if (!endsLine) return;
    this.#lastLine = this.#line;
    this.#line = undefined;
  }

  /** The client pressed this while output was paged. */
  pressed(key: string): void {
    this.#charactersIn += key.length;
    const event = this.#add('in', key);
    if (event) event.key = true;
  }

  /** This is run as a command line. */
  ran(command: string): void {
    const line = this.#line ?? this.#lastLine;
    if (line && line.command === undefined) {
      if (this.#room(command.length)) line.command = command;
    } else {
      const event = this.#add('in', `${command}\n`);
      if (event) event.command = command;
      this.#lastLine = event;
    }
  }

  /** The client was shown this. */
  said(text: string): void {
    this.#charactersOut += text.length;
    const last = this.#events.at(-1);
    const sameBreath = last?.kind === 'out' && this.#nowMs() - last.at_ms < SAME_BREATH_MS;
    if (!sameBreath) this.#add('out', text);
    else if (this.#room(text.length)) last.text += text;
  }

  /** Null when the connection broke off. Counts once. */
  ended(status: number | null): void {
    if (this.#endedAt !== null) return;
    this.#endedAt = this.#owner.date().toISOString();
    this.#status = status;
  }

  /** Keeps what there is, and takes no more. */
  truncate(): void {
    this.#truncated = true;
  }

  summary(): SessionSummary {
    return {
      ...this.#beginning,
      ended_at: this.#endedAt,
      exit_status: this.#status,
      lines: this.#lines,
      characters_in: this.#charactersIn,
      characters_out: this.#charactersOut,
      truncated: this.#truncated,
    };
  }

  recording(): Recording {
    return { ...this.summary(), events: this.#events.map((event) => ({ ...event })) };
  }

  #add(kind: 'in' | 'out', text: string): TapeEvent | undefined {
    if (!this.#room(text.length + EVENT_SIZE)) return undefined;
    const event: TapeEvent = { at_ms: this.#nowMs(), kind, text };
    this.#events.push(event);
    return event;
  }

  /** Whether so much more may be kept; when not once, never again. */
  #room(characters: number): boolean {
    if (!this.#truncated && this.#owner.take(characters)) this.size += characters;
    else this.#truncated = true;
    return !this.#truncated;
  }

  #nowMs(): number {
    return Math.round(this.#owner.now() - this.#startedMs);
  }
}
