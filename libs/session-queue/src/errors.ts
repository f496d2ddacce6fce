/** Wire codes of {@link QueueError}. */
export type QueueErrorCode = 'queue_closed' | 'unknown_session' | 'invalid_timeout';

/** The queue was asked for something it cannot do; the message says what to do instead and never names an id. */
export class QueueError extends Error {
  override readonly name = 'QueueError';

  constructor(
    readonly code: QueueErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Wire codes of {@link StoreError}: `store_unusable` cannot be opened or read (a person has to act), `store_newer` was
 * written by a newer version, `store_busy` another process held it too long, `store_failed` a read or write failed,
 * `store_conflict` a write broke a rule of the store, `store_closed` it was used after it was closed.
 */
export type StoreErrorCode =
  'store_unusable' | 'store_newer' | 'store_busy' | 'store_failed' | 'store_conflict' | 'store_closed';

/** The store could not do what it was asked; nothing of the transaction it happened in was kept. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
