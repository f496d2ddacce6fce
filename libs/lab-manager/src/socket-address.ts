import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** An address holds 107 bytes; what goes before the name takes at most 22 of them. */
const NAME_BYTES = 85;

/** Tells whether a Unix socket of this name can be reached, however deep its folder lies. */
export function isSocketName(name: string): boolean {
  return name !== '' && !/[/\0]/.test(name) && Buffer.byteLength(name) <= NAME_BYTES;
}

/**
 * Runs `use` with an address for the Unix socket `name` in `folder`, valid until `use` settles. The folder's own path may
 * be longer than any address: Linux reaches it through the open folder instead.
 */
export async function withSocketAddress<T>(
  folder: string,
  name: string,
  use: (address: string) => Promise<T>,
): Promise<T> {
  const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    return await use(`/proc/self/fd/${handle.fd}/${name}`);
  } finally {
    await handle.close();
  }
}
