import { utils } from 'ssh2';

/** The host keys that all devices of a network share. */
export interface HostKeys {
  /** Private keys for an SSH server; the array is replaced, never changed, when a key is added. */
  current(): readonly string[];
  /** Adds an RSA key, for old clients: it takes a while, so it is made beside everything else. */
  addRsa(): Promise<void>;
}

const RSA_BITS = 2048;

/** Makes an Ed25519 and an ECDSA key, which takes about a millisecond. */
export function createHostKeys(): HostKeys {
  let keys: readonly string[] = [
    readable(() => utils.generateKeyPairSync('ed25519').private),
    readable(() => utils.generateKeyPairSync('ecdsa', { bits: 256 }).private),
  ];
  const addRsa = async () => {
    const rsa = await new Promise<string>((resolve, reject) => {
      utils.generateKeyPair('rsa', { bits: RSA_BITS }, (error, pair) =>
        error ? reject(error) : resolve(pair.private),
      );
    });
    keys = [...keys, rsa];
  };
  return { current: () => keys, addRsa };
}

/** Of 256 Ed25519 keys that ssh2 makes there is one that it cannot read (its issue 1513); no server starts with it. */
function readable(makeKey: () => string): string {
  for (;;) {
    const key = makeKey();
    if (!(utils.parseKey(key) instanceof Error)) return key;
  }
}
