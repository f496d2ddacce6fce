/** The last lines of an output, at most so many. */
export class OutputRing {
  readonly #lines: string[] = [];

  constructor(private readonly capacity: number) {}

  /** Adds a line; the oldest goes. */
  push(line: string): void {
    this.#lines.push(line);
    // Trimmed in batches, so that a flood of lines costs no copy for each.
    if (this.#lines.length > this.capacity * 2) this.#lines.splice(0, this.#lines.length - this.capacity);
  }

  /** Oldest first. */
  lines(): readonly string[] {
    return this.#lines.slice(-this.capacity);
  }
}
