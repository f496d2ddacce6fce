import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';

/**
 * Reads and forgets what is left of a request's body, so that its sender gets to see the answer instead of a
 * connection reset; gives up after `limit` bytes. Resolves also when the sender has gone.
 * @returns whether the body was read to its end.
 */
export async function drainRequest(request: IncomingMessage, limit: number): Promise<boolean> {
  if (request.readableEnded || request.destroyed) return request.readableEnded;
  let rest = limit;
  const enough = new AbortController();
  request.on('data', (chunk: Buffer) => {
    rest -= chunk.length;
    if (rest < 0) enough.abort();
  });
  request.resume();
  try {
    await finished(request, { writable: false, signal: enough.signal });
    return true;
  } catch {
    // The sender went away or sends more than we care to read; either way there is nothing left to wait for.
    request.pause();
    return false;
  }
}
