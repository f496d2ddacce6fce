/** What happens while a task runs; `message` is a sentence for people. */
export interface FakeNosProgress {
  readonly kind:
    /** An inventory is read from a file or fetched from a URL. */
    | 'fetching_inventory'
    /** Which inventory it is, and where it came from. */
    | 'inventory_resolved'
    | 'stopping_network'
    | 'network_stopped'
    | 'starting_network'
    /** `up` of `of` hosts listen. */
    | 'hosts_up'
    | 'network_up'
    /** Something that is not as its author may think, though it works. */
    | 'notice';
  readonly network: string;
  readonly message: string;
  readonly up?: number;
  readonly of?: number;
}

/** How a caller follows a task. */
export interface FakeNosCall {
  /** Gives the task up; it then rejects with the signal's reason, and a network that was starting is gone. */
  readonly signal?: AbortSignal;
  /** Hears at once what happens; must not throw. */
  readonly onProgress?: (progress: FakeNosProgress) => void;
}

/** Who is to do it: `all` (the default), `any`, or host names. One server is one worker today. */
export type Workers = string | readonly string[];

/** What every task that changes something takes. */
export interface FakeNosTask extends FakeNosCall {
  /** Seconds for the whole task; 600 when absent. */
  readonly timeout?: number;
  readonly workers?: Workers;
}

/** What `start` is asked for. */
export interface StartRequest {
  /** A name that no running network has. */
  readonly network: string;
  /**
   * The inventory itself, or where it is: a path or a URL. When absent: the one declared for that network in the
   * configuration, else the configured default, else three built-in hosts.
   */
  readonly inventory?: unknown;
  /** Seconds until every host must listen; 600 when absent. */
  readonly timeout?: number;
  readonly workers?: Workers;
}
