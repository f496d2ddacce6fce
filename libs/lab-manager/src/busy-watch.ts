/**
 * Clients that wait ask every few seconds; who was silent for longer did something else meanwhile, and its next busy
 * answer is the first again.
 */
const LONGEST_PAUSE_MS = 60_000;

interface Spell {
  readonly since: number;
  readonly last: number;
}

/** Since when each session hears nothing but "busy" because of its own references. */
export class BusyWatch {
  readonly #spells = new Map<string, Spell>();

  constructor(private readonly limitMs: number) {}

  /**
   * Notes one more such answer at `now` (monotonic ms); true when they have gone on for the limit or longer, none more
   * than 60 s after the one before.
   */
  isDeadlock(session: string, now: number): boolean {
    const spell = this.#spells.get(session);
    const since = spell !== undefined && now - spell.last <= LONGEST_PAUSE_MS ? spell.since : now;
    this.#spells.set(session, { since, last: now });
    return now - since >= this.limitMs;
  }

  /** The session has been waiting without a pause since its last such answer. */
  hasWaited(session: string, now: number): void {
    const spell = this.#spells.get(session);
    if (spell !== undefined) this.#spells.set(session, { ...spell, last: now });
  }

  /** The session got on: it acquired, released, destroyed or ended. */
  clear(session: string): void {
    this.#spells.delete(session);
  }
}
