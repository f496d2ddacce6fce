import { createHash } from 'node:crypto';
import type { BundleFile } from './topology-bundle';

/** Separates this scheme from the plain hash of a file and from schemes yet to come. */
const SCHEME = 'remote-lab topology bundle 1\n';

/**
 * SHA-256 in lower-case hexadecimal. Without extra files it is the plain hash of the topology's bytes, so that
 * `sha256sum pair.yml` gives the same. With extra files it covers each of their paths and contents, whatever
 * their order; the topology's own file name never counts.
 */
export function topologyIdentity(topology: BundleFile, extraFiles: readonly BundleFile[]): string {
  const hash = createHash('sha256');
  if (extraFiles.length === 0) return hash.update(topology.content).digest('hex');

  // Every part is preceded by its length: no two different bundles feed the same bytes to the hash.
  const part = (bytes: Uint8Array): void => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(bytes.byteLength));
    hash.update(length).update(bytes);
  };
  hash.update(SCHEME);
  part(topology.content);
  const files = extraFiles.map((file) => ({ path: Buffer.from(file.path), content: file.content }));
  files.sort((a, b) => Buffer.compare(a.path, b.path));
  for (const file of files) {
    part(file.path);
    part(file.content);
  }
  return hash.digest('hex');
}
