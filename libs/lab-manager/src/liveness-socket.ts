import { unlinkSync } from 'node:fs';
import { chmod, readdir, rename, rm } from 'node:fs/promises';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { askSocket } from './ask-socket';
import { errorCode } from './error-code';
import { isSocketName, withSocketAddress } from './socket-address';

/** What a file system says that has no sockets. */
const NO_SOCKETS_HERE: readonly unknown[] = ['EPERM', 'EACCES', 'EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/**
 * By this those see that an owner lives who cannot judge it by its pid: processes of other containers. Linux only.
 * - listening: from the start; connections are accepted and closed; left by `close()`, `closeSync()` or the process's death.
 * - closed: the file is gone, or after a death refuses connections; never left.
 */
export class LivenessSocket {
  /** The name of its file, which lies beside the lock's. */
  readonly name: string;
  readonly #file: string;
  readonly #server: Server;

  /** For {@link openLivenessSocket}. */
  constructor(file: string, server: Server) {
    this.name = basename(file);
    this.#file = file;
    this.#server = server;
  }

  /** Idempotent. */
  async close(): Promise<void> {
    this.#server.close();
    await rm(this.#file, { force: true });
  }

  /** The same at once; never throws. */
  closeSync(): void {
    this.#server.close();
    try {
      unlinkSync(this.#file);
    } catch {
      // Nobody listens there any more: the next owner sweeps it away.
    }
  }
}

/**
 * Listens beside the lock `lockPath` under a name made of `token`, for this user only, without keeping the process alive.
 * Undefined when the name is too long for a socket or the file system has none.
 *
 * A socket refuses connections between getting its name and listening, as a dead one does. So it is made under another
 * name, and renamed when it listens; should a new owner have swept it away before, it is made again.
 */
export async function openLivenessSocket(
  lockPath: string,
  token: string,
  publish: (from: string, to: string) => Promise<void> = rename,
): Promise<LivenessSocket | undefined> {
  const file = `${lockPath}.${token}.sock`;
  const draft = `${lockPath}.${token}.bind`;
  if (!isSocketName(basename(file))) return undefined;
  for (;;) {
    const server = await listen(draft);
    if (server === undefined) return undefined;
    try {
      await chmod(draft, 0o600);
      await publish(draft, file);
      return new LivenessSocket(file, server);
    } catch (error) {
      server.close();
      await rm(draft, { force: true });
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
}

/** Removes the sockets that the dead left beside the lock; only for the owner. */
export async function sweepSockets(lockPath: string): Promise<void> {
  const folder = dirname(lockPath);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(lockPath)}.`) || !/\.(sock|bind)$/.test(name)) continue;
    if (isSocketName(name) && (await askSocket(folder, name)) === 'dead') {
      await rm(join(folder, name), { force: true });
    }
  }
}

function listen(file: string): Promise<Server | undefined> {
  return withSocketAddress(
    dirname(file),
    basename(file),
    (path) =>
      new Promise((resolve, reject) => {
        const server = createServer((connection) => connection.destroy());
        server.unref();
        server.once('error', (error) => {
          if (NO_SOCKETS_HERE.includes(errorCode(error))) resolve(undefined);
          else reject(error);
        });
        // Exclusive: a cluster's worker would else leave the listening to its primary.
        server.listen({ path, exclusive: true }, () => {
          // From here on errors mean that a connection was not accepted; the kernel had established it all the same.
          server.on('error', () => undefined);
          resolve(server);
        });
      }),
  );
}
