interface Link<T> {
  readonly item: T;
  since: number;
  older: Link<T> | undefined;
  newer: Link<T> | undefined;
}

/**
 * Who was heard of when, the longest silent first. As all items share one timeout and are heard of in the order of
 * time, a linked list is enough: every change and the look at the oldest cost O(1), however many there are.
 */
export class LeaseOrder<T extends object> {
  readonly #links = new Map<T, Link<T>>();
  #oldest: Link<T> | undefined;
  #newest: Link<T> | undefined;

  /** Notes a sign of life, of a new item too; `now` never goes back. */
  heard(item: T, now: number): void {
    this.remove(item);
    const link: Link<T> = { item, since: now, older: this.#newest, newer: undefined };
    if (this.#newest) this.#newest.newer = link;
    else this.#oldest = link;
    this.#newest = link;
    this.#links.set(item, link);
  }

  /** Stops watching an item; ignores one that is not watched. */
  remove(item: T): void {
    const link = this.#links.get(item);
    if (link === undefined) return;
    this.#links.delete(item);
    if (link.older) link.older.newer = link.newer;
    else this.#oldest = link.newer;
    if (link.newer) link.newer.older = link.older;
    else this.#newest = link.older;
  }

  /** The longest silent first. */
  *oldestFirst(): Iterable<{ readonly item: T; readonly since: number }> {
    for (let link = this.#oldest; link !== undefined; link = link.newer) yield link;
  }
}
