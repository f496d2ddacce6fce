/** Tells the work in progress for a session when the session ends. */
export class SessionEndings {
  readonly #controllers = new Map<string, AbortController>();

  /** Aborted when the session ends. To be asked for only while it lives. */
  signal(sessionId: string): AbortSignal {
    const known = this.#controllers.get(sessionId);
    if (known !== undefined) return known.signal;
    const ending = new AbortController();
    this.#controllers.set(sessionId, ending);
    return ending.signal;
  }

  /** The session has ended. */
  end(sessionId: string): void {
    this.#controllers.get(sessionId)?.abort();
    this.#controllers.delete(sessionId);
  }
}
