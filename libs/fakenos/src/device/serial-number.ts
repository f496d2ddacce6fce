import { createHash } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A serial number of eleven characters that always belongs to this node name: `9K3TZ0QF1BX`. */
export function serialNumber(nodeName: string): string {
  const digest = createHash('sha256').update(nodeName).digest();
  const characters = Array.from(digest.subarray(0, 10), (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return `9${characters.join('')}`;
}
