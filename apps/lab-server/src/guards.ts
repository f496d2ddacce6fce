import type { HostLock } from '@remote-lab/lab-manager';
import { acquireInstanceGuard, acquireNetlabGuard, type GuardOptions } from './instance-guard';
import { deadServerWords } from './predecessor-words';

/** The locks a server holds from before its port is bound until its process ends, as one. */
export interface Guards {
  /** What is known of a dead server whose state dir this is, if there was one. */
  readonly predecessor: string | undefined;
  /** Tells a second server more about this one. */
  update(data: Readonly<Record<string, unknown>>): Promise<void>;
  release(): Promise<void>;
  /** For the exit hook: synchronous, never throws. */
  releaseSync(): void;
}

/**
 * Takes the lock of the state dir, then finds the backend, and takes the lock of the host if that needs it; none is held
 * when it rejects. In this order, so that a second server is refused before it starts any program.
 * @throws {HostLockError} `host_locked` with what is known of the owner; what `findBackend` throws.
 */
export async function acquireGuards<Backend extends { readonly isHostWide: boolean }>(
  options: GuardOptions,
  findBackend: () => Backend | Promise<Backend>,
): Promise<Backend & { readonly guards: Guards }> {
  const own = await acquireInstanceGuard(options);
  try {
    const found = await findBackend();
    const locks = found.isHostWide ? [await acquireNetlabGuard(options), own] : [own];
    return { ...found, guards: guardsOf(own, locks) };
  } catch (error) {
    await own.release();
    throw error;
  }
}

function guardsOf(own: HostLock, locks: readonly HostLock[]): Guards {
  return {
    predecessor: deadServerWords(own),
    async update(data) {
      for (const lock of locks) await lock.update(data);
    },
    async release() {
      for (const lock of locks) await lock.release();
    },
    releaseSync() {
      for (const lock of locks) lock.releaseSync();
    },
  };
}
