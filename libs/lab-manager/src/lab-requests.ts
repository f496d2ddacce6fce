import type { TopologyBundle } from '@remote-lab/topology';
import type { Device, LabBackend, ReclaimReport } from './lab-backend';
import type { LabClock } from './lab-clock';
import type { LabLock } from './lab-lock';
import type { LabFacts } from './lab-state';

/** What {@link LabManager.open} needs. */
export interface LabManagerOptions {
  readonly backend: LabBackend;
  readonly clock: LabClock;
  /** How long a lab without references is kept for the next; 0 = not at all. */
  readonly idleTtlMs: number;
  /**
   * Held for the whole life of the manager; released by `close()` unless something could not be torn down. The caller's
   * until `open()` has resolved.
   */
  readonly hostLock: LabLock;
  /** A fencing number greater than `after` and than every number given before, also before a restart. See `fileGenerations`. */
  readonly nextGeneration: (after: number) => Promise<number>;
  /** A start that takes longer is aborted and fails; 1 hour by default. */
  readonly startTimeoutMs?: number;
  /** How many lines of output a failure keeps; 50 by default. */
  readonly outputLines?: number;
  /**
   * After how long of nothing but busy through its own references a session hears `self_deadlock`; 600 s by default. A
   * session that does not ask for more than 60 s begins anew.
   */
  readonly selfDeadlockMs?: number;
  /** Hears of event listeners that threw, and of notes for a successor that could not be stored. */
  readonly onListenerError?: (error: unknown) => void;
}

/** An acquire. */
export interface AcquireRequest {
  readonly session: string;
  readonly bundle: TopologyBundle;
  /** False asks for a lab that nobody used before and nobody uses after. */
  readonly reuse: boolean;
  /** Host name or address under which clients reach devices that listen on this host. */
  readonly advertiseHost: string;
  /** Aborted when nobody waits for the answer any more: no reference is left behind. */
  readonly signal?: AbortSignal;
  /** Called once the bundle has been found fit to be built: what can still refuse it now is how things stand. */
  readonly onChecked?: () => void;
}

/** An acquire that waits while the lab is busy. */
export interface PatientAcquireRequest extends AcquireRequest {
  /** How many milliseconds to wait for others at most; the start itself is not counted. */
  readonly deadlineMs: number;
}

/** Names one reference, also after a restart: ids begin anew with each manager, generations do not. */
export interface ReferenceName {
  readonly generation: number;
  readonly id: number;
}

/** One acquire not yet released. */
export interface LabReference extends Disposable, ReferenceName {
  readonly session: string;
  /** Gives the reference back; a second call, or one after the lab has gone, changes nothing. */
  release(): void;
}

/** A lab with one reference more. */
export interface AcquiredLab {
  /** True when the lab, or its start, was there already. */
  readonly reused: boolean;
  readonly generation: number;
  readonly identity: string;
  readonly devices: readonly Device[];
  readonly reference: LabReference;
}

/** What `reclaim()` did about a dead predecessor's lab and the host. */
export interface RecoveryReport extends ReclaimReport {
  /** The lab that goes on, if it does. */
  readonly adopted?: LabFacts;
  /** Why the lab that the predecessor had does not go on. */
  readonly notAdopted?: string;
}

/** What `close()` could not finish. */
export interface CloseReport {
  /** A sentence for each thing that is left; empty when everything is gone and the lock is released. */
  readonly left: readonly string[];
}
