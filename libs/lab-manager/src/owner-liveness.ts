import { dirname } from 'node:path';
import { askSocket } from './ask-socket';
import type { LockOwner } from './claim-file';
import type { ProcessProbe } from './process-identity';
import { isProcessAlive, probeProcess } from './process-identity';
import { isSocketName } from './socket-address';
import type { OwnerLiveness } from './succession';

/** From where owners are judged. */
export interface Judge {
  /** The lock's file; owners' sockets lie beside it. */
  readonly path: string;
  /** The pid namespace of this process, where the system has such. */
  readonly pidNamespace: string | undefined;
  readonly probe?: ProcessProbe;
}

/**
 * Judges owners of this machine: by pid, start time and boot where its pid means the same to us, else by the socket on
 * which it listens as long as it lives. Who cannot be judged counts as living: nothing is ever taken from it.
 */
export function ownerLiveness({ path, pidNamespace, probe = probeProcess }: Judge): OwnerLiveness {
  return async (owner) => {
    if (!isStranger(owner, pidNamespace)) return isProcessAlive(owner, probe);
    const here = await probe(process.pid);
    // No process outlives its machine.
    if (owner.bootId !== undefined && here?.bootId !== undefined && owner.bootId !== here.bootId)
      return false;
    if (owner.socket === undefined || !isSocketName(owner.socket)) return true;
    return (await askSocket(dirname(path), owner.socket)) !== 'dead';
  };
}

/** True when the owner's pid counts in another pid namespace than ours. */
export function isStranger(owner: LockOwner, pidNamespace: string | undefined): boolean {
  return owner.pidNamespace !== undefined && owner.pidNamespace !== pidNamespace;
}
