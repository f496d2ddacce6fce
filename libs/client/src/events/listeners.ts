/** Those who want to hear of one kind of thing. */
export class Listeners<T> {
  private readonly listeners = new Set<(news: T) => void>();

  /** Calls `listener`, which does not throw, with everything that is told until the result is disposed of. */
  add(listener: (news: T) => void): Disposable {
    this.listeners.add(listener);
    return { [Symbol.dispose]: () => void this.listeners.delete(listener) };
  }

  tell(news: T): void {
    for (const listener of [...this.listeners]) listener(news);
  }
}
