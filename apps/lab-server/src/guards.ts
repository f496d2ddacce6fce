import type { HostLock } from '@remote-lab/lab-manager';
import { acquireInstanceGuard, acquireNetlabGuard, type GuardOptions } from './instance-guard';
import { deadServerWords } from './predecessor-words';

/** The locks a server holds from before its port is bound until its process ends, as one. */
export interface Guards {
  /** What is known of a dead server whose state dir this is. */
  readonly predecessors: readonly string[];
  /** Tells a second server more about this one. */
  update(data: Readonly<Record<string, unknown>>): Promise<void>;
  release(): Promise<void>;
  /** For the exit hook: synchronous, never throws. */
  releaseSync(): void;
}

/**
 * Takes the lock of the state dir, and with `isHostWide` that of the host; none is held when it rejects.
 * @throws {HostLockError} `host_locked` with what is known of the owner.
 */
export async function acquireGuards(options: GuardOptions, isHostWide: boolean): Promise<Guards> {
  const own = await acquireInstanceGuard(options);
  const locks = isHostWide ? [await acquireNetlabGuard(options).catch(releasing(own)), own] : [own];
  return {
    predecessors: [deadServerWords(own) ?? []].flat(),
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

function releasing(lock: HostLock): (error: unknown) => Promise<never> {
  return async (error) => {
    await lock.release();
    throw error;
  };
}
