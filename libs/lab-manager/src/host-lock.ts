import { randomUUID } from 'node:crypto';
import { readFileSync, unlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LockOwner } from './claim-file';
import { parseClaim, readClaim, removeClaim, replaceClaim, writeClaim } from './claim-file';
import { withCriticalSection } from './critical-section';
import { locked, lost } from './host-lock-refusals';
import type { LivenessSocket } from './liveness-socket';
import { openLivenessSocket, sweepSockets } from './liveness-socket';
import { ownerLiveness } from './owner-liveness';
import { readPidNamespace } from './pid-namespace';
import { probeProcess } from './process-identity';
import type { OwnerLiveness } from './succession';
import { claimLock, draftOf, sweepLeftovers } from './succession';

/** What {@link acquireHostLock} needs. */
export interface HostLockOptions {
  /** The lock's file; its folder is made when missing, and files whose names begin with the same belong to the lock. */
  readonly path: string;
  /** What the owner tells about itself to whom it keeps out: port, version, command; plain JSON. */
  readonly owner: Readonly<Record<string, unknown>>;
  /**
   * Tells whether an owner lives; by default by its pid, start time and boot, and across containers of this machine by
   * the socket on which it listens.
   */
  readonly isAlive?: OwnerLiveness;
}

/**
 * A lock that one process of this host owns from `acquireHostLock()` until `release()` or its death.
 * - held: from the start; the file names this process; left by `release()` or `releaseSync()`.
 * - released: the file is gone; nothing can be stored any more; never left.
 */
export class HostLock implements AsyncDisposable {
  readonly #path: string;
  readonly #socket: LivenessSocket | undefined;
  #owner: LockOwner;
  #released: Promise<void> | undefined;
  #updates: Promise<unknown> = Promise.resolve();

  /** What the dead owner from whom this one took over had said and stored, if there was one. */
  readonly predecessor: LockOwner | undefined;

  /** For {@link acquireHostLock}, which sees to it that the claim stands. */
  constructor(
    path: string,
    owner: LockOwner,
    predecessor: LockOwner | undefined,
    socket: LivenessSocket | undefined,
  ) {
    this.#path = path;
    this.#socket = socket;
    this.#owner = owner;
    this.predecessor = predecessor;
  }

  /** What the file says of this owner now. */
  get owner(): LockOwner {
    return this.#owner;
  }

  /**
   * Stores these keys beside those stored before, durably; a successor finds them if this process dies. Throws
   * HostLockError `host_lock_lost` when the lock is released or somebody took the file away.
   */
  async update(data: Readonly<Record<string, unknown>>): Promise<void> {
    const done = this.#updates.then(() => this.#store(data));
    this.#updates = done.catch(() => undefined);
    await done;
  }

  /** Gives up the lock and what was stored. Idempotent. */
  async release(): Promise<void> {
    this.#released ??= this.#updates.then(() =>
      withCriticalSection(criticalSectionOf(this.#path), async () => {
        if ((await readClaim(this.#path))?.token === this.#owner.token) await removeClaim(this.#path);
        // Only now: as long as the claim stands, it must not look like that of a dead one.
        await this.#socket?.close();
      }),
    );
    await this.#released;
  }

  /** The same for `process.on('exit')`: synchronous, and never throws. */
  releaseSync(): void {
    try {
      if (parseClaim(readFileSync(this.#path, 'utf8')).token === this.#owner.token) unlinkSync(this.#path);
    } catch {
      // The process is exiting: a successor recognises it as dead.
    }
    this.#socket?.closeSync();
    this.#released ??= Promise.resolve();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.release();
  }

  async #store(data: Readonly<Record<string, unknown>>): Promise<void> {
    if (this.#released !== undefined) throw lost(this.#path);
    const owner = { ...this.#owner, data: { ...this.#owner.data, ...data } };
    const draft = draftOf(this.#path, owner.token);
    await writeClaim(draft, owner);
    try {
      if ((await readClaim(this.#path))?.token !== owner.token) throw lost(this.#path);
      await replaceClaim(draft, this.#path);
    } catch (error) {
      await removeClaim(draft);
      throw error;
    }
    this.#owner = owner;
  }
}

/**
 * Takes the lock, also from a dead owner; of any number of processes that try at once exactly one gets it, whatever
 * containers of this machine they run in. Never waits for a living owner, and takes for living whom it cannot judge:
 * throws HostLockError `host_locked` with what that one says about itself. Machines that share the folder cannot see
 * each other's processes: unsupported.
 */
export async function acquireHostLock(options: HostLockOptions): Promise<HostLock> {
  const { path, owner } = options;
  const pidNamespace = await readPidNamespace();
  const isAlive = options.isAlive ?? ownerLiveness({ path, pidNamespace });
  const self = await probeProcess(process.pid);
  if (self === undefined) throw new Error(`the system knows no process ${process.pid}, which is this one`);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const token = randomUUID();
  // Listens before any claim names it, so that at no time a living contender looks dead.
  const socket = pidNamespace === undefined ? undefined : await openLivenessSocket(path, token);
  const said = { ...owner, ...self, pidNamespace, socket: socket?.name, token };
  try {
    return await withCriticalSection(criticalSectionOf(path), async () => {
      const result = await claimLock(path, (data) => ({ ...said, data }), isAlive);
      if (!result.won) throw locked(path, result.holder, pidNamespace);
      try {
        await sweepLeftovers(path, isAlive);
        if (socket !== undefined) await sweepSockets(path);
      } catch (error) {
        await removeClaim(path);
        throw error;
      }
      return new HostLock(path, result.owner, result.predecessor, socket);
    });
  } catch (error) {
    await socket?.close();
    throw error;
  }
}

/** Runs `run` while this process owns the lock, then releases it; throws as {@link acquireHostLock} does. */
export async function withHostLock<T>(
  options: HostLockOptions,
  run: (lock: HostLock) => Promise<T>,
): Promise<T> {
  await using lock = await acquireHostLock(options);
  return await run(lock);
}

function criticalSectionOf(path: string): string {
  return `${path}.lock`;
}
