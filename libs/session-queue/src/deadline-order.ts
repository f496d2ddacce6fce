interface Deadline<T> {
  readonly at: number;
  readonly item: T;
}

/** Items with a deadline each, soonest first: found by halving, so a change needs O(log n) comparisons. */
export class DeadlineOrder<T extends object> {
  readonly #sorted: Deadline<T>[] = [];
  readonly #deadlineOf = new Map<T, Deadline<T>>();

  /** Sets an item's deadline, in place of an earlier one. */
  set(item: T, at: number): void {
    this.delete(item);
    const deadline = { at, item };
    this.#deadlineOf.set(item, deadline);
    this.#sorted.splice(this.#firstAtOrAfter(at), 0, deadline);
  }

  /** Forgets an item's deadline; ignores one that has none. */
  delete(item: T): void {
    const deadline = this.#deadlineOf.get(item);
    if (deadline === undefined) return;
    this.#deadlineOf.delete(item);
    this.#sorted.splice(this.#sorted.indexOf(deadline, this.#firstAtOrAfter(deadline.at)), 1);
  }

  /** Soonest first. */
  [Symbol.iterator](): Iterator<Deadline<T>> {
    return this.#sorted.values();
  }

  #firstAtOrAfter(at: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle]?.at ?? Infinity) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
