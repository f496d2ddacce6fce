import type { LockOwner } from './claim-file';

/** `host_locked`: a living process owns the lock. `host_lock_lost`: this one does not own it (any more). */
export type HostLockErrorCode = 'host_locked' | 'host_lock_lost';

/** Why a host lock cannot be had or used. Compare `code`, never the class. */
export class HostLockError extends Error {
  override readonly name = 'HostLockError';

  constructor(
    readonly code: HostLockErrorCode,
    message: string,
    /** What the owner says about itself; with `host_locked`. */
    readonly owner: LockOwner | undefined,
  ) {
    super(message);
  }
}
