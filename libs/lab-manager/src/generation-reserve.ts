/** Keeps the next generation at hand, so that a start can be decided and begun in one go. */
export class GenerationReserve {
  #last = 0;
  #next: number | undefined;
  #fetching: Promise<void> | undefined;

  constructor(private readonly source: (after: number) => Promise<number>) {}

  /** True when {@link take} has one to give. */
  get isReady(): boolean {
    return this.#next !== undefined;
  }

  /** Fetches one, greater than all before; rejects as the source does. */
  fill(): Promise<void> {
    this.#fetching ??= this.#fetch().finally(() => (this.#fetching = undefined));
    return this.#fetching;
  }

  /** The next generation; only when {@link isReady}. */
  take(): number {
    const next = this.#next;
    if (next === undefined) throw new Error('no generation was reserved');
    this.#next = undefined;
    this.#last = next;
    return next;
  }

  /** What comes next is greater than this one, which somebody else has used. */
  skip(used: number): void {
    this.#last = Math.max(this.#last, used);
    if (this.#next !== undefined && this.#next <= used) this.#next = undefined;
  }

  async #fetch(): Promise<void> {
    const next = await this.source(this.#last);
    this.#next = Math.max(next, this.#last + 1);
  }
}
