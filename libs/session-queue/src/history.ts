/** One line of history to be written: what happened, to whom. Public by nature, so it never holds a session's id. */
export interface NewHistoryEntry {
  /** The event's name, e.g. `session.active` or `lab.up`. */
  readonly kind: string;
  /** Public name of the session it concerns. */
  readonly session?: string;
  /** The lab it concerns, by whatever label its writer uses. */
  readonly lab?: string;
  /** What happened in a sentence. */
  readonly detail?: string;
  /** Plain JSON. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** One line of history as it was written. */
export interface HistoryEntry extends NewHistoryEntry {
  /** Grows with every line and is never used twice. */
  readonly seq: number;
  readonly at: Date;
}

/** Which lines of history to read; all given conditions hold together. */
export interface HistoryQuery {
  /** An event's name, or the beginning of several up to and including a dot (`lab.`). */
  readonly kind?: string;
  readonly session?: string;
  readonly lab?: string;
  /** Only lines written at or after this time. */
  readonly since?: Date;
  /** Only lines with a smaller `seq`: the last one of the previous page. */
  readonly before?: number;
  /** At most so many lines; 100 unless told. */
  readonly limit?: number;
}

/** Lines a history query answers when it does not say. */
export const DEFAULT_HISTORY_PAGE = 100;
