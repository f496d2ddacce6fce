import type {
  AcquiredLab,
  Device,
  LabEventListener,
  LabManager,
  LabSnapshot,
  ReferenceName,
} from '@remote-lab/lab-manager';
import type {
  EndedSession,
  EndReason,
  Session,
  SessionQueue,
  SessionRequest,
} from '@remote-lab/session-queue';
import type { TopologyBundle, TopologyModel } from '@remote-lab/topology';
import type { Admission } from './admission';
import type { AcquireRequest, BrokerParts, Visit } from './broker-parts';
import { ExpiryTimer } from './expiry-timer';
import { labIsUp } from './lab-is-up';
import { LAB_LOST_NOTICE } from './lab-lost-notice';
import { nextChange } from './next-change';
import { Refusal } from './refusal';
import { SessionEndings } from './session-endings';
import { sessionLost } from './session-lost';
import { Turns } from './turns';

/**
 * Joins queue and lab manager as one serial actor: every promotion, ending, acquire, release and teardown is decided
 * in its turn, so that no two of them ever interleave. Only the decision takes a turn: long work (a start of twenty
 * minutes, a teardown) goes on outside, and lab-manager's generations keep it from touching what came later.
 */
export class Broker implements AsyncDisposable {
  readonly #queue: SessionQueue;
  readonly #labs: LabManager;
  readonly #admits: Admission;
  readonly #turns = new Turns();
  readonly #expiry: ExpiryTimer;
  readonly #endings = new SessionEndings();
  /** What an active session is told that lost its lab to a restart of the server. */
  readonly #notices = new Map<string, string>();
  /** Under which host name the newest lab's devices were announced to the client that had it started. */
  #announced: { readonly generation: number; readonly host: string } | undefined;

  constructor({ queue, labs, clock, admits, onExpiryFailure }: BrokerParts) {
    this.#queue = queue;
    this.#labs = labs;
    this.#admits = admits;
    this.#expiry = new ExpiryTimer(queue, clock, () => this.expire(), onExpiryFailure);
    const survivor = queue.active();
    if (survivor !== undefined && !labIsUp(labs.status())) {
      this.#notices.set(survivor.id, LAB_LOST_NOTICE);
    }
  }

  /** Appends a session to the queue; the first one of an empty queue is active at once. */
  createSession(request: SessionRequest): Promise<Session> {
    return this.#turns.run(() => this.#queue.enqueue(request));
  }

  /**
   * Counts as a sign of life of the session.
   * @throws {Refusal} `session_not_found`, with how it ended when that is remembered.
   */
  status(sessionId: string): Session {
    this.#queue.renew(sessionId);
    const session = this.#queue.find(sessionId);
    if (session === undefined) throw this.#lost(sessionId);
    return session;
  }

  /**
   * Lets the active session in, and keeps it from expiring until the visit is disposed of.
   * @throws {Refusal} `session_not_found` or `session_not_active`.
   */
  visit(sessionId: string): Visit {
    const session = this.status(sessionId);
    if (session.status !== 'active') {
      throw new Refusal(
        'session_not_active',
        `The session is at position ${session.position} of the queue; wait until it is active.`,
      );
    }
    const stay = this.stay(sessionId);
    return { session, [Symbol.dispose]: () => stay[Symbol.dispose]() };
  }

  /**
   * Keeps a session, waiting or active, from expiring until the answer is disposed of, which counts as a sign of life. Its
   * own limit for waiting goes on. Nothing is kept of a session that is not there.
   */
  stay(sessionId: string): Disposable {
    if (this.#queue.find(sessionId) === undefined) return { [Symbol.dispose]: () => undefined };
    const pin = this.#queue.pin(sessionId);
    return {
      [Symbol.dispose]: () => {
        pin[Symbol.dispose]();
        this.#expiry.look();
      },
    };
  }

  /** Resolves at the next change of the session's status or position, at its end, and when the signal aborts. */
  changed(sessionId: string, signal: AbortSignal): Promise<void> {
    return nextChange(this.#queue, sessionId, signal);
  }

  /** Milliseconds until it is the turn of whoever has this position; undefined while nobody can tell. */
  estimatedWait(position: number): number | undefined {
    return this.#queue.estimatedWait(position);
  }

  /** Ends a session; the next one is active before its lab is gone. Resolves with `undefined` for an unknown one. */
  endSession(sessionId: string, reason: EndReason): Promise<EndedSession | undefined> {
    return this.#turns.run(async () => {
      const ended = await this.#queue.end(sessionId, reason);
      if (ended !== undefined) this.#leaveLab(ended);
      return ended;
    });
  }

  /** Ends the sessions that gave no sign of life for too long. */
  expire(): Promise<readonly EndedSession[]> {
    return this.#turns.run(async () => {
      const ended = await this.#queue.expire();
      for (const session of ended) this.#leaveLab(session);
      return ended;
    });
  }

  /** No sign of life of anybody. */
  activeSession(): Session | undefined {
    return this.#queue.active();
  }

  /** No sign of life of anybody. */
  counts(): { readonly waiting: number; readonly active: number } {
    return this.#queue.counts();
  }

  /**
   * What a bundle would be built as; no session is needed, no lab is touched, and nothing of the bundle is run. Undefined
   * when only netlab can tell.
   * @throws {TopologyError} `topology_not_allowed`, `invalid_topology`; backend errors as they come.
   */
  async validate(bundle: TopologyBundle, signal: AbortSignal): Promise<TopologyModel | undefined> {
    this.#admits(bundle);
    return this.#labs.check(bundle, signal);
  }

  /**
   * Starts the lab or shares the running one.
   * @throws {TopologyError} `topology_not_allowed` when the operator's policy is against it.
   * @throws {Refusal} when the session has ended meanwhile; {@link LabError} and backend errors as they come.
   */
  async acquire(request: AcquireRequest): Promise<AcquiredLab> {
    const { sessionId } = request;
    this.#admits(request.bundle);
    const { acquired } = await this.#turns.run(() => {
      if (this.#queue.active()?.id !== sessionId) throw this.#lost(sessionId);
      const signal = AbortSignal.any([request.signal, this.#endings.signal(sessionId)]);
      return { acquired: this.#labs.tryAcquire({ ...request, session: sessionId, signal }) };
    });
    try {
      const lab = await acquired;
      if (this.#queue.find(sessionId) === undefined) throw this.#lost(sessionId);
      this.#notices.delete(sessionId);
      if (lab.generation !== this.#announced?.generation) {
        this.#announced = { generation: lab.generation, host: request.advertiseHost };
      }
      return lab;
    } catch (error) {
      throw this.#queue.find(sessionId) === undefined ? this.#lost(sessionId) : error;
    }
  }

  /** Gives back what an acquire got for a client that never saw the answer. */
  abandon(lab: AcquiredLab): Promise<void> {
    return this.#turns.run(() => lab.reference.release());
  }

  /** Gives one reference of the session back: the one that is named, else its oldest. @throws {LabError} `no_lab` when no lab runs. */
  async release(sessionId: string, which?: ReferenceName): Promise<'released' | 'nothing_held'> {
    const outcome = await this.#turns.run(() => this.#labs.release(sessionId, which));
    // What was confirmed must hold after a crash, too.
    await this.#labs.noted();
    return outcome;
  }

  /** An operator's new attempt to remove what quarantines the slot. @throws {LabError} `slot_quarantined` when it is still stuck. */
  clearQuarantine(): Promise<'cleared' | 'nothing'> {
    return this.#labs.clearQuarantine();
  }

  /** Tears the lab down; resolves when nothing of it is left. @throws {LabError} `lab_in_use` unless forced. */
  async destroy(sessionId: string, force: boolean): Promise<'destroyed' | 'nothing'> {
    const { destroyed } = await this.#turns.run(() => ({
      destroyed: this.#labs.destroy(sessionId, { force }),
    }));
    return destroyed;
  }

  /** What on this host keeps labs from being built, a sentence for each thing. */
  obstacles(): Promise<readonly string[]> {
    return this.#labs.obstacles();
  }

  /** Tells a listener what happens to labs, until the answer is disposed of. */
  onLabEvent(listener: LabEventListener): Disposable {
    return this.#labs.onEvent(listener);
  }

  /** The lab as it is now; no sign of life of anybody. */
  lab(): LabSnapshot {
    return this.#labs.status();
  }

  /** The host name under which the running lab's devices were announced when it was started. */
  announcedHost(): string | undefined {
    return this.#announced?.host;
  }

  /** What the session must know about the lab it does not have, if anything. */
  notice(sessionId: string): string | undefined {
    return this.#notices.get(sessionId);
  }

  /** @throws {Refusal} `no_lab` when no lab runs. */
  devices(sessionId: string): readonly Device[] {
    const lab = this.#labs.status();
    if (labIsUp(lab)) return lab.devices;
    throw new Refusal('no_lab', this.notice(sessionId) ?? 'Start one with POST /lab.');
  }

  /** Stops expiring sessions and waits for the decisions in progress; the labs are closed by their owner. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#expiry[Symbol.dispose]();
    await this.#turns.idle();
  }

  #leaveLab(ended: EndedSession): void {
    this.#notices.delete(ended.id);
    this.#labs.endSession(ended.id, ended.reason === 'released' ? 'clean' : 'lost');
    this.#endings.end(ended.id);
  }

  #lost(sessionId: string): Refusal {
    return sessionLost(this.#queue.loss(sessionId));
  }
}
