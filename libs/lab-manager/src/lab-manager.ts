import { abortable } from './abortable';
import { BusyWatch } from './busy-watch';
import { deadline } from './deadline';
import { LabError, messageOf } from './errors';
import type { ReclaimReport } from './lab-backend';
import type { LabEventListener } from './lab-events';
import { readLabRecord } from './lab-lock';
import type {
  AcquiredLab,
  AcquireRequest,
  CloseReport,
  LabManagerOptions,
  LabReference,
  PatientAcquireRequest,
} from './lab-requests';
import { LabSlot } from './lab-slot';
import type { LabSnapshot } from './lab-snapshot';
import { snapshotOf } from './lab-snapshot';
import type { EndManner } from './lab-state';
import {
  labBusy,
  labStartFailed,
  selfDeadlock,
  shuttingDown,
  slotQuarantined,
  startCancelled,
} from './refusals';
import { decideAcquire } from './reuse';

const DEFAULT_SELF_DEADLOCK_MS = 600_000;

interface Pending {
  readonly session: string;
  readonly abort: AbortController;
}

/**
 * The one lab of this host: who gets it, who shares it, and when it goes. States: see `LabState`. On top of them the
 * manager is open (from `open()`) or closing (from the first `close()` on: refuses acquires, never leaves).
 */
export class LabManager implements AsyncDisposable {
  readonly #options: LabManagerOptions;
  readonly #slot: LabSlot;
  readonly #busy: BusyWatch;
  readonly #pending = new Set<Pending>();
  #nextReference = 1;
  #closing: Promise<CloseReport> | undefined;

  private constructor(options: LabManagerOptions) {
    this.#options = options;
    this.#slot = new LabSlot(options);
    this.#busy = new BusyWatch(options.selfDeadlockMs ?? DEFAULT_SELF_DEADLOCK_MS);
  }

  /** A manager without a lab; call {@link reclaim} next when the lock was taken over from a dead predecessor. */
  static async open(options: LabManagerOptions): Promise<LabManager> {
    const manager = new LabManager(options);
    await manager.#slot.reserve();
    return manager;
  }

  /**
   * A lab with one reference more. Never waits for another holder; waits for teardowns, and for the start.
   * Throws the backend's error when it refuses the bundle (before anything that runs is touched), else LabError:
   * `lab_busy`, `self_deadlock`, `lab_start_failed`, `start_cancelled`, `slot_quarantined`, `shutting_down`.
   */
  async tryAcquire(request: AcquireRequest): Promise<AcquiredLab> {
    return this.#admit(request, (signal) => this.#place(request, signal));
  }

  /** As {@link tryAcquire}, but while the lab is busy it waits: until it is not, the deadline, or the signal. */
  async acquire(request: PatientAcquireRequest): Promise<AcquiredLab> {
    return this.#admit(request, async (signal) => {
      using late = deadline(this.#options.clock, request.deadlineMs);
      for (;;) {
        try {
          return await this.#place(request, signal);
        } catch (error) {
          if (!(error instanceof LabError) || error.code !== 'lab_busy' || late.signal.aborted) throw error;
        }
        await this.#slot.changed(AbortSignal.any([signal, late.signal])).catch(() => signal.throwIfAborted());
      }
    });
  }

  /**
   * Gives back the oldest reference of a session; `nothing_held` when it has none.
   * Throws LabError `no_lab` when no lab is up.
   */
  release(session: string): 'released' | 'nothing_held' {
    const state = this.#slot.state;
    if (state.name !== 'in_use' && state.name !== 'idle') throw new LabError('no_lab', 'No lab is running.');
    const held =
      state.name === 'in_use' ? state.references.find((one) => one.session === session) : undefined;
    return held !== undefined && this.#drop(held.id, session) ? 'released' : 'nothing_held';
  }

  /**
   * Drops all references of a session and cancels what it waits for. `clean`: a reusable lab stays for the next;
   * `lost` (evicted, destroyed, crashed): the lab it used is torn down. Never waits for the teardown.
   */
  endSession(session: string, manner: EndManner): void {
    this.#busy.clear(session);
    for (const pending of this.#pending) {
      if (pending.session !== session) continue;
      pending.abort.abort(new LabError('start_cancelled', 'The session ended while it waited for its lab.'));
    }
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
          `Lab still in use: ${references} references are held; release or force.`,
        );
      }
      this.#busy.clear(session);
      this.#slot.apply({ type: 'teardown', reason: 'destroyed' }, session);
    }
    await this.#removed();
    return 'destroyed';
  }

  /** What the slot looks like now. */
  status(): LabSnapshot {
    return snapshotOf(this.#slot.state, this.#slot.lastFailure);
  }

  /**
   * Tears down what a dead predecessor left, as its record in the lock tells; to be called once, before the first
   * acquire. Later generations are greater than the predecessor's. When it fails the slot is quarantined and LabError
   * `slot_quarantined` is thrown.
   */
  async reclaim(): Promise<ReclaimReport> {
    const record = readLabRecord(this.#options.hostLock);
    const name = this.#options.backend.name;
    const ours = record?.backend === name ? record : undefined;
    let report: ReclaimReport = { reclaimed: [], foreign: [] };
    this.#slot.reclaim(ours, (found) => (report = found));
    await this.#removed();
    if (record === undefined || ours !== undefined) return report;
    const stranger =
      `Lab ${record.topology} (generation ${record.generation}) was left by a server with backend ` +
      `${record.backend}; this one uses ${name} and cannot remove it.`;
    return { ...report, foreign: [...report.foreign, stranger] };
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

  async #admit(
    request: AcquireRequest,
    admitted: (signal: AbortSignal) => Promise<AcquiredLab>,
  ): Promise<AcquiredLab> {
    if (this.#closing !== undefined) throw shuttingDown();
    const pending = { session: request.session, abort: new AbortController() };
    const signal = AbortSignal.any([pending.abort.signal, ...(request.signal ? [request.signal] : [])]);
    this.#pending.add(pending);
    try {
      signal.throwIfAborted();
      await abortable(this.#options.backend.check(request.bundle, signal), signal);
      return await admitted(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      const reason: unknown = signal.reason;
      if (reason instanceof LabError) throw reason;
      throw new LabError('start_cancelled', 'Nobody waits for the lab any more.', { cause: reason });
    } finally {
      this.#pending.delete(pending);
    }
  }

  async #place(request: AcquireRequest, signal: AbortSignal): Promise<AcquiredLab> {
    const { session, reuse } = request;
    const wish = { session, reuse, identity: request.bundle.identity };
    for (;;) {
      signal.throwIfAborted();
      const decision = decideAcquire(this.#slot.state, wish);
      switch (decision.act) {
        case 'quarantined':
          throw slotQuarantined(decision.reason);
        case 'busy': {
          const own = decision.holder === 'own_session' && !decision.soon;
          const stuck = own && this.#busy.isDeadlock(session, this.#options.clock.now());
          throw stuck ? selfDeadlock() : labBusy(decision.holder);
        }
        case 'replace':
          this.#slot.apply({ type: 'teardown', reason: decision.reason }, session);
          break;
        case 'wait':
          await this.#slot.changed(signal);
          break;
        case 'start':
          if (this.#slot.isReserved) return this.#take(request, false, signal);
          await this.#reserve(signal);
          break;
        case 'join':
        case 'attach':
          return this.#take(request, true, signal);
      }
    }
  }

  async #take(request: AcquireRequest, reused: boolean, signal: AbortSignal): Promise<AcquiredLab> {
    const { session, reuse } = request;
    const held = { id: this.#nextReference++, session };
    if (reused) this.#slot.apply({ type: 'attach', reference: held, reuse }, session);
    else this.#slot.start(request, held);
    try {
      if (this.#slot.state.name === 'starting') await this.#untilStarted(signal);
      signal.throwIfAborted();
      const state = this.#slot.state;
      if (state.name !== 'in_use' || !state.references.includes(held)) throw startCancelled();
      this.#busy.clear(session);
      const { lab, devices } = state;
      const { generation, identity } = lab;
      return {
        reused,
        generation,
        identity,
        devices,
        reference: this.#reference(held.id, session, generation),
      };
    } catch (error) {
      this.#drop(held.id, session);
      throw error;
    }
  }

  async #untilStarted(signal: AbortSignal): Promise<void> {
    const outcome = await abortable(Promise.resolve(this.#slot.started), signal);
    if (outcome?.kind === 'cancelled') throw startCancelled();
    if (outcome?.kind === 'failed') throw labStartFailed(outcome.failure, outcome.cause);
  }

  async #reserve(signal: AbortSignal): Promise<void> {
    try {
      await abortable(this.#slot.reserve(), signal);
    } catch (error) {
      signal.throwIfAborted();
      const message = `no generation number to be had: ${messageOf(error)}`;
      throw labStartFailed({ message, output: [] }, error);
    }
  }

  #reference(id: number, session: string, generation: number): LabReference {
    const release = (): void => void this.#drop(id, session);
    return { session, generation, release, [Symbol.dispose]: release };
  }

  #drop(id: number, session: string): boolean {
    const dropped = this.#slot.apply({ type: 'release', id }, session);
    if (dropped) this.#busy.clear(session);
    return dropped;
  }

  async #removed(): Promise<void> {
    await this.#slot.settled();
    const state = this.#slot.state;
    if (state.name === 'quarantined') throw slotQuarantined(state.reason);
  }

  async #shutDown(signal: AbortSignal | undefined, deadlineMs: number): Promise<CloseReport> {
    for (const pending of this.#pending) pending.abort.abort(shuttingDown());
    const quarantinedBefore = this.#slot.state.name === 'quarantined';
    if (!quarantinedBefore) this.#slot.apply({ type: 'teardown', reason: 'shutdown' }, undefined);
    using late = deadline(this.#options.clock, deadlineMs);
    const limit = AbortSignal.any([late.signal, ...(signal ? [signal] : [])]);
    const finished = await abortable(this.#slot.settled(), limit).then(
      () => true,
      () => false,
    );
    if (finished && this.#slot.isClear) {
      await this.#options.hostLock.release();
      return { left: [] };
    }
    return { left: [whatIsLeft(this.status())] };
  }
}

function whatIsLeft({ topology, generation, state, quarantine }: LabSnapshot): string {
  const lab =
    topology === undefined ? 'What a predecessor left' : `Lab ${topology} (generation ${generation})`;
  const why =
    quarantine === undefined ? `was still ${state} at the deadline` : `could not be removed: ${quarantine}`;
  return `${lab} ${why}. Its record stays in the lock for the next start to reclaim.`;
}
