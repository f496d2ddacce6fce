import type { Response } from 'express';

/** Watches a request's connection. */
export interface ClientWatch extends Disposable {
  /** Aborted when the client went away before it had its answer. */
  readonly signal: AbortSignal;
}

/** Watches until disposed of. */
export function clientGone(response: Response): ClientWatch {
  const gone = new AbortController();
  const onClose = (): void => {
    if (!response.writableEnded) gone.abort();
  };
  if (response.destroyed || response.closed) onClose();
  response.on('close', onClose);
  return { signal: gone.signal, [Symbol.dispose]: () => void response.off('close', onClose) };
}
