import type { IncomingMessage } from 'node:http';
import { ClientGone } from './client-gone';

const LIMIT_BYTES = 64 * 1024;

/** The request's body if it is JSON of a sane size, else `undefined`; the body is read to its end in any case. */
export async function readOptionalJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) continue;
      bytes += chunk.length;
      if (bytes <= LIMIT_BYTES) chunks.push(chunk);
    }
  } catch {
    // A body only ever breaks off because its sender did.
    throw new ClientGone();
  }
  if (bytes === 0 || bytes > LIMIT_BYTES) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    // Clients of the original may send any body; the session does not depend on it.
    return undefined;
  }
}
