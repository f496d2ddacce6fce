import type { References } from '@remote-lab/topology';
import { abortable } from './abortable';
import { BusyWatch } from './busy-watch';
import { deadline } from './deadline';
import { LabError, messageOf } from './errors';
import type {
  AcquiredLab,
  AcquireRequest,
  LabManagerOptions,
  LabReference,
  PatientAcquireRequest,
} from './lab-requests';
import type { LabSlot } from './lab-slot';
import {
  isRefusal,
  labBusy,
  labStartFailed,
  selfDeadlock,
  shuttingDown,
  slotQuarantined,
  startCancelled,
} from './refusals';
import { decideAcquire } from './reuse';

/** More references than anybody takes and gives back between two writes to the disk. */
const UNNOTED_REFERENCES = 10_000;
const DEFAULT_SELF_DEADLOCK_MS = 600_000;

interface Pending {
  readonly session: string;
  readonly abort: AbortController;
}

/** Where labs are asked for: admits requests, decides them on the slot's state and hands out references. */
export class AcquireDesk {
  readonly #options: LabManagerOptions;
  readonly #slot: LabSlot;
  readonly #busy: BusyWatch;
  readonly #pending = new Set<Pending>();
  #nextReference = 1;
  #isClosed = false;

  constructor(options: LabManagerOptions, slot: LabSlot) {
    this.#options = options;
    this.#slot = slot;
    this.#busy = new BusyWatch(options.selfDeadlockMs ?? DEFAULT_SELF_DEADLOCK_MS);
  }

  /** See `LabManager.tryAcquire`. */
  tryAcquire(request: AcquireRequest): Promise<AcquiredLab> {
    return this.#admit(request, (signal) => this.#place(request, signal));
  }

  /** See `LabManager.acquire`. */
  acquire(request: PatientAcquireRequest): Promise<AcquiredLab> {
    return this.#admit(request, async (signal) => {
      using late = deadline(this.#options.clock, request.deadlineMs);
      for (;;) {
        try {
          return await this.#place(request, signal);
        } catch (error) {
          if (!(error instanceof LabError) || error.code !== 'lab_busy' || late.signal.aborted) throw error;
        }
        await this.#slot.changed(AbortSignal.any([signal, late.signal])).catch(() => signal.throwIfAborted());
        this.#busy.hasWaited(request.session, this.#options.clock.now());
      }
    });
  }

  /** Gives one reference back; false when it was given back before or its lab has gone. */
  drop(id: number, session: string): boolean {
    const dropped = this.#slot.apply({ type: 'release', id }, session);
    if (dropped) this.#busy.clear(session);
    return dropped;
  }

  /** Ids of references given from now on are none that a predecessor gave for its lab, those not yet noted included. */
  skip(adopted: References): void {
    const highest = Math.max(0, ...adopted.map(({ id }) => id));
    this.#nextReference = Math.max(this.#nextReference, highest + UNNOTED_REFERENCES);
  }

  /** The session got on by other means than an acquire: what it heard before no longer counts. */
  forgive(session: string): void {
    this.#busy.clear(session);
  }

  /** Ends the waiting of a session that has ended. */
  dismiss(session: string): void {
    this.#busy.clear(session);
    for (const pending of this.#pending) {
      if (pending.session !== session) continue;
      pending.abort.abort(new LabError('start_cancelled', 'The session ended while it waited for its lab.'));
    }
  }

  /** Ends all waiting and refuses every further request. */
  close(): void {
    this.#isClosed = true;
    for (const pending of this.#pending) pending.abort.abort(shuttingDown());
  }

  async #admit(
    request: AcquireRequest,
    admitted: (signal: AbortSignal) => Promise<AcquiredLab>,
  ): Promise<AcquiredLab> {
    if (this.#isClosed) throw shuttingDown();
    const pending = { session: request.session, abort: new AbortController() };
    const signal = AbortSignal.any([pending.abort.signal, ...(request.signal ? [request.signal] : [])]);
    this.#pending.add(pending);
    try {
      signal.throwIfAborted();
      await abortable(this.#options.backend.check(request.bundle, signal), signal);
      request.onChecked?.();
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
    let rehearsed = false;
    let confirmed = false;
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
          if (!rehearsed && decision.reason === 'topology_switch') {
            await this.#rehearse(request, signal);
            // Things may stand differently by now.
            rehearsed = true;
            break;
          }
          this.#slot.apply({ type: 'teardown', reason: decision.reason }, session);
          break;
        case 'wait':
          await this.#slot.changed(signal);
          break;
        case 'start':
          if (this.#slot.generations.isReady) return this.#take(request, false, signal);
          await this.#reserve(signal);
          break;
        case 'attach':
          if (!confirmed && this.#slot.state.name === 'idle') {
            await this.#slot.confirm();
            confirmed = true;
            break;
          }
          return this.#take(request, true, signal);
        case 'join':
          return this.#take(request, true, signal);
      }
    }
  }

  async #rehearse({ bundle }: AcquireRequest, signal: AbortSignal): Promise<void> {
    await this.#options.backend.rehearse?.(bundle, { signal, onOutput: () => undefined });
  }

  async #take(request: AcquireRequest, reused: boolean, signal: AbortSignal): Promise<AcquiredLab> {
    const { session, reuse } = request;
    const held = { id: this.#nextReference++, owner: session };
    if (reused) this.#slot.apply({ type: 'attach', reference: held, reuse }, session);
    else this.#slot.start(request, held);
    try {
      if (this.#slot.state.name === 'starting') await this.#untilStarted(signal);
      // What the caller is told it has, a successor must know, too.
      await this.#slot.noted();
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
      this.drop(held.id, session);
      throw error;
    }
  }

  async #untilStarted(signal: AbortSignal): Promise<void> {
    const outcome = await abortable(Promise.resolve(this.#slot.started), signal);
    if (outcome?.kind === 'cancelled') throw startCancelled();
    if (outcome?.kind !== 'failed') return;
    throw isRefusal(outcome.cause) ? outcome.cause : labStartFailed(outcome.failure, outcome.cause);
  }

  async #reserve(signal: AbortSignal): Promise<void> {
    try {
      await abortable(this.#slot.generations.fill(), signal);
    } catch (error) {
      signal.throwIfAborted();
      const message = `no generation number to be had: ${messageOf(error)}`;
      throw labStartFailed({ message, output: [] }, error);
    }
  }

  #reference(id: number, session: string, generation: number): LabReference {
    const release = (): void => void this.drop(id, session);
    return { session, generation, id, release, [Symbol.dispose]: release };
  }
}
