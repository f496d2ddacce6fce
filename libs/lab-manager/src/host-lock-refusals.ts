import type { LockOwner } from './claim-file';
import { HostLockError } from './host-lock-error';
import { isStranger } from './owner-liveness';

/** `host_locked`, with what can be done about this holder from our pid namespace. */
export function locked(path: string, holder: LockOwner, pidNamespace: string | undefined): HostLockError {
  return new HostLockError('host_locked', whyLocked(path, holder, pidNamespace), holder);
}

function whyLocked(path: string, holder: LockOwner, pidNamespace: string | undefined): string {
  if (!isStranger(holder, pidNamespace)) return `Process ${holder.pid} holds ${path}; stop it first.`;
  const stranger = `Process ${holder.pid} of another container (${holder.pidNamespace})`;
  if (holder.socket !== undefined) return `${stranger} holds ${path}; stop it first.`;
  return (
    `${stranger} holds ${path}, and from here nobody can tell whether it still lives, because no socket could be made ` +
    `beside that file. Make sure that it does not, then delete the file; what lab it left is then yours to remove.`
  );
}

/** `host_lock_lost`. */
export function lost(path: string): HostLockError {
  return new HostLockError('host_lock_lost', `This process no longer holds ${path}; restart it.`, undefined);
}
