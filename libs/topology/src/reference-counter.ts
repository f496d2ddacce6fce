/**
 * Counts the references that owners (sessions) hold on one lab. An owner is listed while it holds at least one
 * reference; nothing here knows what a lab or a session is.
 */
export class ReferenceCounter {
  readonly #held = new Map<string, number>();
  #total = 0;

  /** References of all owners together. */
  get total(): number {
    return this.#total;
  }

  /** References of one owner; 0 for an unknown one. */
  ofOwner(owner: string): number {
    return this.#held.get(owner) ?? 0;
  }

  /** Takes one reference more and returns the new total. */
  acquire(owner: string): number {
    this.#held.set(owner, this.ofOwner(owner) + 1);
    this.#total += 1;
    return this.#total;
  }

  /** Gives one reference back and returns the new total; an owner without references changes nothing. */
  release(owner: string): number {
    const held = this.ofOwner(owner);
    if (held === 0) return this.#total;
    if (held === 1) this.#held.delete(owner);
    else this.#held.set(owner, held - 1);
    this.#total -= 1;
    return this.#total;
  }

  /** Gives back all references of an owner at once and returns how many there were. */
  drop(owner: string): number {
    const held = this.ofOwner(owner);
    this.#held.delete(owner);
    this.#total -= held;
    return held;
  }
}
