import type { Recording, SessionSummary } from './recording';
import type { SessionBeginning } from './session-tape';
import { SessionTape } from './session-tape';

/** How much is kept, of all sessions of a network together. */
export interface RecorderLimits {
  /** Default 1,000. */
  readonly sessions: number;
  /** Of all that is kept, in characters; default 16 Mi. */
  readonly characters: number;
  /** Of one session, in characters; default 1 Mi. */
  readonly charactersOfSession: number;
}

export interface RecorderOptions {
  /** `now` is monotonic milliseconds, `date` the wall clock. */
  readonly clock: { now(): number; date(): Date };
  readonly limits?: Partial<RecorderLimits>;
}

const USUAL_LIMITS: RecorderLimits = {
  sessions: 1_000,
  characters: 16_777_216,
  charactersOfSession: 1_048_576,
};

/** Keeps the last sessions of a network; the oldest give way, those that have ended first. */
export class SessionRecorder {
  readonly #clock: RecorderOptions['clock'];
  readonly #limits: RecorderLimits;
  /** By id, the oldest first. */
  readonly #tapes = new Map<string, SessionTape>();
  #lastNumber = 0;
  #size = 0;

  constructor({ clock, limits = {} }: RecorderOptions) {
    this.#clock = clock;
    this.#limits = { ...USUAL_LIMITS, ...limits };
  }

  begin(beginning: SessionBeginning): SessionTape {
    const id = `s${++this.#lastNumber}`;
    const tape: SessionTape = new SessionTape(id, beginning, {
      now: () => this.#clock.now(),
      date: () => this.#clock.date(),
      take: (characters) => this.#take(tape, characters),
    });
    while (this.#tapes.size >= this.#limits.sessions) if (!this.#dropOldest() && !this.#forgetOldest()) break;
    this.#tapes.set(id, tape);
    return tape;
  }

  /** The oldest first. */
  sessions(): readonly SessionSummary[] {
    return [...this.#tapes.values()].map((tape) => tape.summary());
  }

  /** Undefined for a session that there was never, or is no longer kept. */
  recording(id: string): Recording | undefined {
    return this.#tapes.get(id)?.recording();
  }

  #take(tape: SessionTape, characters: number): boolean {
    if (!this.#tapes.has(tape.id)) return false;
    if (tape.size + characters > this.#limits.charactersOfSession) return false;
    while (this.#size + characters > this.#limits.characters) if (!this.#dropOldest(tape)) return false;
    this.#size += characters;
    return true;
  }

  /** Drops the oldest session that has ended; false when there is none. */
  #dropOldest(except?: SessionTape): boolean {
    for (const tape of this.#tapes.values()) {
      if (!tape.hasEnded || tape === except) continue;
      this.#forget(tape);
      return true;
    }
    return false;
  }

  /** Drops the oldest session although it lasts. */
  #forgetOldest(): boolean {
    const [oldest] = this.#tapes.values();
    if (oldest) this.#forget(oldest);
    return oldest !== undefined;
  }

  #forget(tape: SessionTape): void {
    this.#tapes.delete(tape.id);
    this.#size -= tape.size;
  }
}
