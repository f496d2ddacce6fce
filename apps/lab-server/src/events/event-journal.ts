/** Something that happened, ready to be sent, and who may hear of it. */
export interface JournalEntry {
  /** Grows by one with each entry, from 1. */
  readonly seq: number;
  readonly audience: string;
  /** The event's name. */
  readonly event: string;
  /** Its data as JSON. */
  readonly data: string;
}

/** What an entry costs beside its data. */
const ENTRY_BYTES = 100;

/** The newest entries that fit into a number of bytes, for those who missed some. */
export class EventJournal {
  readonly #entries: JournalEntry[] = [];
  #bytes = 0;
  #last = 0;

  constructor(private readonly limitBytes: number) {}

  /** The number of the newest entry; 0 before the first. */
  get last(): number {
    return this.#last;
  }

  /** Notes an event and hands back its entry; forgets the oldest ones that no longer fit. */
  append(audience: string, event: string, data: object): JournalEntry {
    this.#last += 1;
    const entry = { seq: this.#last, audience, event, data: JSON.stringify(data) };
    this.#entries.push(entry);
    this.#bytes += costOf(entry);
    while (this.#bytes > this.limitBytes) {
      const forgotten = this.#entries.shift();
      if (forgotten === undefined) break;
      this.#bytes -= costOf(forgotten);
    }
    return entry;
  }

  /** What happened for this audience after entry `seq`, as far as it is remembered; oldest first. */
  after(seq: number, audience: string): readonly JournalEntry[] {
    return this.#entries.filter((entry) => entry.seq > seq && entry.audience === audience);
  }
}

function costOf({ data }: JournalEntry): number {
  return Buffer.byteLength(data) + ENTRY_BYTES;
}
