import type { EndedSession } from './session';

/** The last `limit` ended sessions, by id. */
export class Tombstones {
  readonly #byId = new Map<string, EndedSession>();

  constructor(private readonly limit: number) {}

  /** Remembers an ended session and forgets the oldest ones beyond the limit. */
  add(ended: EndedSession): void {
    this.#byId.set(ended.id, ended);
    while (this.#byId.size > this.limit) {
      const [oldest] = this.#byId.keys();
      if (oldest === undefined) return;
      this.#byId.delete(oldest);
    }
  }

  get(id: string): EndedSession | undefined {
    return this.#byId.get(id);
  }
}
