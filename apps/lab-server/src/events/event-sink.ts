/** An event as it goes over the wire. */
export interface StreamedMessage {
  /** What a client names to resume after it. */
  readonly id: string;
  readonly event: string;
  /** JSON in one line. */
  readonly data: string;
}

/** Where events go. Neither call throws, also when nobody listens any more. */
export interface EventSink {
  send(message: StreamedMessage): void;
  /** Nothing follows. */
  end(): void;
}
