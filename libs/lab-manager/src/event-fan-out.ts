/**
 * Hands events to listeners, in order, also when a listener causes further events. A listener that throws or
 * rejects harms neither the others nor the sender; `onError` hears of it.
 */
export class EventFanOut<Event> {
  readonly #listeners = new Set<(event: Event) => void>();
  readonly #queue: Event[] = [];
  #draining = false;

  constructor(private readonly onError: (error: unknown) => void) {}

  /** Adds a listener; dispose the result to remove it. */
  add(listener: (event: Event) => void): Disposable {
    // The same function may be added twice and is then removed one at a time.
    const entry = (event: Event): void => listener(event);
    this.#listeners.add(entry);
    return { [Symbol.dispose]: () => void this.#listeners.delete(entry) };
  }

  /** Tells everybody; events caused meanwhile follow after this one. */
  emit(event: Event): void {
    this.#queue.push(event);
    if (this.#draining) return;
    this.#draining = true;
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) this.#deliver(next);
    this.#draining = false;
  }

  #deliver(event: Event): void {
    for (const listener of [...this.#listeners]) {
      try {
        const answer: unknown = listener(event);
        void Promise.resolve(answer).catch((error: unknown) => this.#report(error));
      } catch (error) {
        this.#report(error);
      }
    }
  }

  #report(error: unknown): void {
    try {
      this.onError(error);
    } catch {
      // The reporter of broken listeners is broken itself: nobody is left to tell.
    }
  }
}
