import type { TopologyBundle, TopologyModel } from '@remote-lab/topology';

/** What is needed to log in to a device over SSH. */
export interface SshLogin {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Absent where none is set, or none is known. */
  readonly password?: string;
  /** As netmiko names it: `arista_eos`; `generic` when it has no name for it. */
  readonly platform: string;
}

/** One device of a running lab. */
export interface Device {
  readonly name: string;
  /** The mapping that `netlab inspect --node NAME` prints. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** How to log in, or a sentence that says why nobody can; absent when a backend cannot tell. */
  readonly ssh?: SshLogin | string;
}

/** What a backend is told about the lab it is to build. */
export interface LabOrder {
  /** The lab's fencing number: grows with every start on this host, never used twice. */
  readonly generation: number;
  readonly bundle: TopologyBundle;
  /** Host name or address under which clients reach devices that listen on this host. */
  readonly advertiseHost: string;
}

/** Enough to find and tear down a lab again, also in another process; kept with the lab lock. */
export interface LabRecord {
  readonly generation: number;
  readonly identity: string;
  /** The topology file's name as uploaded: a label, never a path. */
  readonly topology: string;
  /** {@link LabBackend.name} of the backend that built it. */
  readonly backend: string;
  /** The backend's own notes (process ids, folders); plain JSON. */
  readonly notes: Readonly<Record<string, unknown>>;
}

/** A lab that the backend has up. */
export interface BackendLab {
  readonly devices: readonly Device[];
  readonly notes: Readonly<Record<string, unknown>>;
  /**
   * Resolves with a sentence when the lab has ended, also after `down`; absent where a backend cannot tell. A rejection
   * means the same: nobody watches over such a lab any more.
   */
  readonly gone?: Promise<string>;
}

/** How a backend talks while it works. */
export interface BackendCall {
  /** Aborted when the session that asked for the start has ended: stop, clean up, then reject. */
  readonly signal: AbortSignal;
  /** Each line of output as it comes, without the line break. */
  readonly onOutput: (line: string) => void;
  /** Of `down` and `reclaim`: 1, then 2 when the first attempt failed and stronger means are in place. */
  readonly attempt?: number;
}

/** What {@link LabBackend.reclaim} found. */
export interface ReclaimReport {
  /** A sentence for each thing that was torn down; empty when there was nothing. */
  readonly reclaimed: readonly string[];
  /** A sentence for each thing that is in the way and is not ours to touch. */
  readonly foreign: readonly string[];
  /** A sentence for each thing of ours that could not be torn down, where that did not make the whole fail. */
  readonly left?: readonly string[];
}

/**
 * The port through which labs are built. lab-manager calls `up` and `down` strictly one after the other.
 * Every implementation passes the suite in `@remote-lab/lab-manager/contract`.
 */
export interface LabBackend {
  readonly name: string;
  /**
   * Refuses a bundle this backend cannot build, before anything that runs is touched. Cheap, and runs nothing of the
   * bundle. Resolves with what it will be built as, undefined when only building tells. Throws an error with a `code`.
   */
  check(bundle: TopologyBundle, signal: AbortSignal): Promise<TopologyModel | undefined>;
  /**
   * The thorough check, for a backend that has one: told before a lab that is up goes for the sake of this bundle, so that a
   * bad one costs nobody a lab. May take seconds and may run what the topology tells it to. Throws as {@link check} does.
   */
  rehearse?(bundle: TopologyBundle, call: BackendCall): Promise<void>;
  /**
   * Builds the lab; when it rejects, or the signal aborts, nothing of the lab is left. May find only now what `check`
   * would have refused, and then throws the same.
   */
  up(order: LabOrder, call: BackendCall): Promise<BackendLab>;
  /** Resolves only when nothing of the lab is left, rejects with what could not be removed. Idempotent. */
  down(lab: LabRecord, call: BackendCall): Promise<void>;
  /**
   * Why a lab that is up is not whole any more; undefined while it is, and when that cannot be told. Cheap: asked before an
   * idle lab is handed out. Absent where {@link BackendLab.gone} tells.
   */
  whyNotWhole?(lab: LabRecord): Promise<string | undefined>;
  /** The devices as they are now. */
  inspect(lab: LabRecord, signal: AbortSignal): Promise<readonly Device[]>;
  /**
   * The lab of a dead predecessor, if all of it still runs as `up` left it; else a phrase that says why it cannot be gone on
   * with. Changes nothing of a whole lab. Absent where labs do not outlive their server.
   */
  adopt?(lab: LabRecord, call: BackendCall): Promise<BackendLab | string>;
  /**
   * Tears down what a dead predecessor of ours left, told by its record when there is one; all but `kept`, a lab that was
   * adopted.
   */
  reclaim(lab: LabRecord | undefined, call: BackendCall, kept?: LabRecord): Promise<ReclaimReport>;
  /** A sentence for each thing on this host that keeps labs from being built, and what to do about it. */
  obstacles?(): Promise<readonly string[]>;
  /** The last resort, called while the process exits: synchronous, silent, never throws. */
  abandon(): void;
}
