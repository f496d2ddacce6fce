/** Since when each session hears nothing but "busy" because of its own references. */
export class BusyWatch {
  readonly #since = new Map<string, number>();

  constructor(private readonly limitMs: number) {}

  /** Notes one more such answer at `now` (monotonic ms); true when it has gone on for the limit or longer. */
  isDeadlock(session: string, now: number): boolean {
    const since = this.#since.get(session) ?? now;
    this.#since.set(session, since);
    return now - since >= this.limitMs;
  }

  /** The session got on: it acquired, released, destroyed or ended. */
  clear(session: string): void {
    this.#since.delete(session);
  }
}
