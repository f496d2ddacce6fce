const LONGEST_LINE = 2_000;

/** The last lines of something that talks much; memory stays bounded whatever it says. */
export class OutputTail {
  #lines: string[] = [];

  constructor(private readonly limit: number) {}

  /** Keeps a line, cut to 2000 characters; forgets the oldest when there are too many. */
  push(line: string): void {
    if (this.limit <= 0) return;
    this.#lines.push(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
    if (this.#lines.length > this.limit) this.#lines = this.#lines.slice(-this.limit);
  }

  /** The kept lines, oldest first. */
  lines(): readonly string[] {
    return [...this.#lines];
  }
}
