import { oldestReferenceOf, type TopologyBundle, type TopologyModel } from '@remote-lab/topology';
import { abortable } from './abortable';
import { AcquireDesk } from './acquire-desk';
import { deadline } from './deadline';
import { LabError, messageOf } from './errors';
import type { Device, LabRecord, ReclaimReport } from './lab-backend';
import type { LabEventListener } from './lab-events';
import { readLabRecord } from './lab-lock';
import type {
  AcquiredLab,
  AcquireRequest,
  CloseReport,
  LabManagerOptions,
  PatientAcquireRequest,
  RecoveryReport,
  ReferenceName,
} from './lab-requests';
import { LabSlot } from './lab-slot';
import type { LabSnapshot } from './lab-snapshot';
import { snapshotOf } from './lab-snapshot';
import type { EndManner } from './lab-state';
import { readLabUse } from './lab-use';
import { noLab, slotQuarantined } from './refusals';
import { whyNotAdopted } from './why-not-adopted';

/**
 * The one lab of this host: who gets it, who shares it, and when it goes. States: see `LabState`. On top of them the
 * manager is open (from `open()`) or closing (from the first `close()` on: refuses acquires, never leaves).
 */
export class LabManager implements AsyncDisposable {
  readonly #options: LabManagerOptions;
  readonly #slot: LabSlot;
  readonly #desk: AcquireDesk;
  #closing: Promise<CloseReport> | undefined;

  private constructor(options: LabManagerOptions) {
    this.#options = options;
    this.#slot = new LabSlot(options);
    this.#desk = new AcquireDesk(options, this.#slot);
  }

  /**
   * A manager without a lab; call {@link reclaim} next when the lock was taken over from a dead predecessor. The lock is the
   * caller's until this resolves, the manager's from then on. When it rejects, as `nextGeneration` does, the lock is
   * untouched and the caller's to release; that forgets the record of a dead predecessor's lab, so with such a record
   * the process had better end without a release: the next one then inherits it.
   */
  static async open(options: LabManagerOptions): Promise<LabManager> {
    const manager = new LabManager(options);
    await manager.#slot.generations.fill();
    return manager;
  }

  /** What the bundle will be built as, see `LabBackend.check`; throws as that does. Touches no lab. */
  check(bundle: TopologyBundle, signal: AbortSignal): Promise<TopologyModel | undefined> {
    return this.#options.backend.check(bundle, signal);
  }

  /**
   * A lab with one reference more. Never waits for another holder; waits for teardowns, and for the start.
   * Throws the backend's error when it refuses the bundle (before anything that runs is touched), else LabError:
   * `lab_busy`, `self_deadlock`, `lab_start_failed`, `start_cancelled`, `slot_quarantined`, `shutting_down`.
   */
  async tryAcquire(request: AcquireRequest): Promise<AcquiredLab> {
    return this.#desk.tryAcquire(request);
  }

  /** As {@link tryAcquire}, but while the lab is busy it waits: until it is not, the deadline, or the signal. */
  async acquire(request: PatientAcquireRequest): Promise<AcquiredLab> {
    return this.#desk.acquire(request);
  }

  /**
   * Gives back one reference of a session: the one that is named, else its oldest. `nothing_held` when it has none, or
   * when the named one was given back before. Throws LabError `no_lab` when no lab is up.
   */
  release(session: string, which?: ReferenceName): 'released' | 'nothing_held' {
    const state = this.#slot.state;
    if (state.name !== 'in_use' && state.name !== 'idle') throw noLab();
    if (state.name === 'idle' || (which !== undefined && which.generation !== state.lab.generation))
      return 'nothing_held';
    const held =
      which === undefined
        ? oldestReferenceOf(state.references, session)
        : state.references.find(({ id, owner }) => id === which.id && owner === session);
    return held !== undefined && this.#desk.drop(held.id, session) ? 'released' : 'nothing_held';
  }

  /** Resolves when a successor would know of every acquire and release so far. */
  noted(): Promise<void> {
    return this.#slot.noted();
  }

  /**
   * Drops all references of a session and cancels what it waits for. `clean`: a reusable lab stays for the next;
   * `lost` (evicted, destroyed, crashed): the lab it used is torn down. Never waits for the teardown.
   */
  endSession(session: string, manner: EndManner): void {
    this.#desk.dismiss(session);
    this.#slot.apply({ type: 'session_end', session, manner }, session);
  }

  /**
   * Tears down the lab; resolves when that has finished. Throws LabError `lab_in_use` when references are held and
   * `force` is false, `slot_quarantined` when something cannot be removed.
   */
  async destroy(session: string, { force }: { readonly force: boolean }): Promise<'destroyed' | 'nothing'> {
    const state = this.#slot.state;
    if (state.name === 'none' || state.name === 'failed') return 'nothing';
    if (state.name !== 'stopping' && state.name !== 'quarantined') {
      const references = state.name === 'idle' ? 0 : state.references.length;
      if (references > 0 && !force) {
        throw new LabError(
          'lab_in_use',
          `${references} of its references are held; release them, or force the destruction.`,
        );
      }
      this.#desk.forgive(session);
      this.#slot.apply({ type: 'teardown', reason: 'destroyed' }, session);
    }
    await this.#removed();
    return 'destroyed';
  }

  /** The devices as the backend sees them now. Throws LabError `no_lab` when no lab is up. */
  async inspect(signal: AbortSignal): Promise<readonly Device[]> {
    const { state, record } = this.#slot;
    if ((state.name !== 'in_use' && state.name !== 'idle') || record === undefined) throw noLab();
    return this.#options.backend.inspect(record, signal);
  }

  /** What the slot looks like now. */
  status(): LabSnapshot {
    return snapshotOf(this.#slot.state, this.#slot.lastFailure);
  }

  /**
   * Goes on with the lab of a dead predecessor when it was that of `heir` (the session that is active now), or idle, and
   * the backend finds it whole; tears down everything else that was left, as the record in the lock tells. To be called
   * once, before the first acquire. Later generations are greater than the predecessor's. When something cannot be torn
   * down the slot is quarantined and LabError `slot_quarantined` is thrown.
   */
  async reclaim(heir?: string): Promise<RecoveryReport> {
    if (this.#slot.state.name !== 'none') {
      throw new LabError(
        'lab_in_use',
        `Nothing can be reclaimed while the slot is ${this.#slot.state.name}.`,
      );
    }
    const record = readLabRecord(this.#options.hostLock);
    if (record !== undefined) this.#slot.generations.skip(record.generation);
    const { name } = this.#options.backend;
    const ours = record?.backend === name ? record : undefined;
    const adoption = ours === undefined ? undefined : await this.#adopt(ours, heir);
    if (adoption !== undefined && typeof adoption !== 'string') return adoption;
    let report: ReclaimReport = { reclaimed: [], foreign: [] };
    this.#slot.reclaim(ours, (found) => (report = found));
    await this.#removed();
    if (adoption !== undefined) return { ...report, notAdopted: adoption };
    return record === undefined
      ? report
      : { ...report, foreign: [...report.foreign, strangerWords(record, name)] };
  }

  /** A sentence for each thing on this host that keeps labs from being built. */
  async obstacles(): Promise<readonly string[]> {
    return (await this.#options.backend.obstacles?.()) ?? [];
  }

  /** Adds a listener for events; dispose the result to remove it. */
  onEvent(listener: LabEventListener): Disposable {
    return this.#slot.events.add(listener);
  }

  /** Resolves when no start and no teardown is in progress. */
  async settled(): Promise<void> {
    await this.#slot.settled();
  }

  /**
   * An operator's new attempt to remove what is stuck: `cleared`, or `nothing` when nothing was quarantined. Throws
   * LabError `slot_quarantined` when it is still stuck.
   */
  async clearQuarantine(): Promise<'cleared' | 'nothing'> {
    if (this.#slot.state.name !== 'quarantined') return 'nothing';
    this.#slot.apply({ type: 'teardown', reason: 'clear_quarantine' }, undefined);
    await this.#removed();
    return 'cleared';
  }

  /**
   * Refuses new acquires, cancels starts, tears the lab down and releases the lock. When the signal aborts or
   * `deadlineMs` milliseconds pass first, or something cannot be removed, the lock stays behind with its record, for
   * the next server to reclaim. Later calls get the answer of the first.
   */
  close(limits: { readonly signal?: AbortSignal; readonly deadlineMs?: number } = {}): Promise<CloseReport> {
    this.#closing ??= this.#shutDown(limits.signal, limits.deadlineMs ?? Infinity);
    return this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** For `process.on('exit')`: synchronous, silent, the last resort. */
  exitHook(): void {
    try {
      this.#options.backend.abandon();
    } catch {
      // The process is exiting; nobody is left to tell.
    }
    if (this.#slot.isClear) this.#options.hostLock.releaseSync();
  }

  async #adopt(record: LabRecord, heir: string | undefined): Promise<RecoveryReport | string> {
    const use = readLabUse(this.#options.hostLock.predecessor?.data['use']);
    const obstacle = whyNotAdopted(record, use, heir);
    if (obstacle !== undefined || use === undefined) return obstacle ?? 'nothing is known of its use';
    const report = await this.#slot.adopt(record, use);
    if (typeof report === 'string') return report;
    this.#desk.skip(use.references);
    const { generation, identity, topology } = record;
    return { ...report, adopted: { generation, identity, topology } };
  }

  async #removed(): Promise<void> {
    await this.#slot.work;
    const state = this.#slot.state;
    if (state.name === 'quarantined') throw slotQuarantined(state.reason);
  }

  async #shutDown(signal: AbortSignal | undefined, deadlineMs: number): Promise<CloseReport> {
    this.#desk.close();
    const quarantinedBefore = this.#slot.state.name === 'quarantined';
    if (!quarantinedBefore) this.#slot.apply({ type: 'teardown', reason: 'shutdown' }, undefined);
    using late = deadline(this.#options.clock, deadlineMs);
    const limit = AbortSignal.any([late.signal, ...(signal ? [signal] : [])]);
    const finished = await abortable(this.#slot.settled(), limit).then(
      () => true,
      () => false,
    );
    if (finished && this.#slot.isClear) {
      return { left: await this.#releaseLock() };
    }
    return { left: [whatIsLeft(this.status())] };
  }

  async #releaseLock(): Promise<readonly string[]> {
    try {
      await this.#slot.noted();
      await this.#options.hostLock.release();
      return [];
    } catch (error) {
      return [`The lock could not be released: ${messageOf(error)}`];
    }
  }
}

function strangerWords({ topology, generation, backend }: LabRecord, own: string): string {
  return (
    `Lab ${topology} (generation ${generation}) was left by a server with backend ${backend}; ` +
    `this one uses ${own} and cannot remove it.`
  );
}

function whatIsLeft({ topology, generation, state, quarantine }: LabSnapshot): string {
  const lab =
    topology === undefined ? 'What a predecessor left' : `Lab ${topology} (generation ${generation})`;
  const why =
    quarantine === undefined ? `was still ${state} at the deadline` : `could not be removed: ${quarantine}`;
  return `${lab} ${why}. Its record stays in the lock for the next start to reclaim.`;
}
