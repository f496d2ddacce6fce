import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal; for a topology without extra files it is the identity of its lab. */
export function contentHash(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
