/** Those who are told of events; whatever they do, telling neither fails nor waits. */
export class Listeners<Event> {
  readonly #listeners = new Set<(event: Event) => unknown>();

  constructor(private readonly onError: (error: unknown) => void) {}

  /** Adds a listener until the answer is disposed of. */
  add(listener: (event: Event) => unknown): Disposable {
    // The same function may listen twice, and each disposal must end its own listening only.
    const own = (event: Event) => listener(event);
    this.#listeners.add(own);
    return { [Symbol.dispose]: () => void this.#listeners.delete(own) };
  }

  /** Tells everybody who listens at this moment. */
  tell(event: Event): void {
    for (const listener of [...this.#listeners]) {
      try {
        Promise.resolve(listener(event)).catch((error: unknown) => this.report(error));
      } catch (error) {
        this.report(error);
      }
    }
  }

  /** Hands an error to who takes errors. */
  report(error: unknown): void {
    try {
      this.onError(error);
    } catch {
      // There is nobody left to tell: the one who takes errors is the one who failed.
    }
  }
}
