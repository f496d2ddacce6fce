import { timingSafeEqual } from 'node:crypto';
import type { ParsedKey, PublicKeyAuthContext } from 'ssh2';
import { utils } from 'ssh2';

/** Public keys that open a device. */
export interface AuthorizedKeys {
  /** Whether the client may go on with its key or, where it has signed, whether it owns the key. */
  accepts(attempt: Pick<PublicKeyAuthContext, 'key' | 'blob' | 'signature' | 'hashAlgo'>): boolean;
  /** There is none. */
  readonly empty: boolean;
}

/** Reads lines of an `authorized_keys` file: blank ones, comments and options before the key are allowed. Throws an error that names a line it cannot read. */
export function readAuthorizedKeys(lines: readonly string[]): AuthorizedKeys {
  const keys = lines.flatMap((text, index) => readLine(text, index + 1));
  return {
    empty: keys.length === 0,
    accepts: ({ key, blob, signature, hashAlgo }) => {
      const known = keys.find((one) => one.type === key.algo && sameBytes(one.getPublicSSH(), key.data));
      if (!known) return false;
      if (!signature) return true;
      // What the types leave out: a verification may also fail with an error.
      const verdict: unknown = blob ? known.verify(blob, signature, hashAlgo) : false;
      return verdict === true;
    },
  };
}

function readLine(text: string, number: number): readonly ParsedKey[] {
  const line = text.trim();
  if (line === '' || line.startsWith('#')) return [];
  const [key = ''] = /(?:ssh-|ecdsa-|sk-)\S+\s+AAAA\S+/.exec(line) ?? [];
  const parsed = utils.parseKey(key);
  if (parsed instanceof Error)
    throw new Error(
      `Line ${number} of the authorized keys is no OpenSSH public key; it begins with "${line.slice(0, 20)}"`,
    );
  return [parsed];
}

function sameBytes(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
