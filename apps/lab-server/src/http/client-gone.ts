import { setImmediate } from 'node:timers/promises';
import type { Request, Response } from 'express';

/** The client went away before it had its answer: nobody is left to be told anything. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';

  constructor() {
    super('The client went away.');
  }
}

/** Whether nobody will read the answer: a client that has closed its side of the connection is not answered any more either. */
export function isGone(request: Request, response: Response): boolean {
  return response.closed || response.destroyed || request.socket.destroyed || request.socket.readableEnded;
}

/** As {@link isGone}, once everything has been heard that has arrived on the connection so far. */
export async function isGoneByNow(request: Request, response: Response): Promise<boolean> {
  // The first turn only ends the one in which this was asked; in the second, connections are read.
  await setImmediate();
  await setImmediate();
  return isGone(request, response);
}

/** Aborted when the client goes away before it has the whole answer; watches until that has been sent. */
export function clientGone(request: Request, response: Response): AbortSignal {
  const gone = new AbortController();
  const onClose = (): void => {
    if (!response.writableFinished) gone.abort(new ClientGone());
  };
  if (isGone(request, response)) onClose();
  const stop = (): void => {
    response.off('close', onClose);
    request.socket.off('close', onClose);
  };
  response.on('close', onClose);
  // A connection outlives its requests, and must not collect what they listened with.
  response.once('finish', stop);
  // An answer that waits behind another one on the same connection is never told that the connection has gone.
  request.socket.on('close', onClose);
  return gone.signal;
}
