/** One request, whole: the watchdog knows nothing of addresses, paths and tokens. */
export interface WatchedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The first order: which session to watch, and how. */
export interface WatchOrder {
  readonly kind: 'watch';
  /** A sign of life of the session. */
  readonly beat: WatchedRequest;
  /** Milliseconds between two of them. */
  readonly interval: number;
  /** Ends the session as one whose client is done with it. */
  readonly end: WatchedRequest;
  /** Ends it as one whose client has died. */
  readonly crashed: WatchedRequest;
  /** For how many milliseconds to go on trying to end it: by then the server has ended it itself. */
  readonly patience: number;
}

/**
 * What the watchdog reads from its standard input, a line of JSON each. The session is over, or none of its business any
 * more: `leave`. It could not be ended and should be: `end`. The input's end without either means that the client has died.
 */
export type WatchdogOrder = WatchOrder | { readonly kind: 'leave' } | { readonly kind: 'end' };
