/** One session on a device, without what was said. The shape of the wire: JSON, snake_case. */
export interface SessionSummary {
  /** Unique within the network: `s1`, `s2`, … */
  readonly id: string;
  /** The device's name. */
  readonly host: string;
  readonly username: string;
  readonly transport: 'ssh' | 'telnet';
  /** `exec`: one command was asked for, `ssh host 'show version'`. */
  readonly kind: 'shell' | 'exec';
  /** The client asked for a terminal: what it typed was echoed. */
  readonly terminal: boolean;
  /** The address that the client came from; empty where there is none. */
  readonly client_address: string;
  /** ISO 8601. */
  readonly started_at: string;
  /** ISO 8601; null while it lasts. */
  readonly ended_at: string | null;
  /** What the session ended with; null while it lasts, and when the connection broke off. */
  readonly exit_status: number | null;
  /** Lines that the client sent. */
  readonly lines: number;
  /** Characters that the client sent, and was sent. */
  readonly characters_in: number;
  readonly characters_out: number;
  /** More was said than is kept: the beginning is there, the end is not. */
  readonly truncated: boolean;
}

/** A session with all that was said. */
export interface Recording extends SessionSummary {
  /** In order; `in` is what the client typed, line by line, `out` what it was shown. */
  readonly events: readonly RecordingEvent[];
}

/** Something that was said in a session. */
export interface RecordingEvent {
  /** Milliseconds since the session began. */
  readonly at_ms: number;
  readonly kind: 'in' | 'out';
  /** As it went over the line. What is typed without echo is not kept: of such a line there is the line break only. */
  readonly text: string;
  /** The command line that was run, without blanks around it; absent where it was none: an answer, a key. */
  readonly command?: string;
  /** A key that went on with paged output, or gave it up. */
  readonly key?: true;
}
