import type { Reference } from '@remote-lab/topology';
import { abortable } from './abortable';
import { messageOf } from './errors';
import { EventFanOut } from './event-fan-out';
import { GenerationReserve } from './generation-reserve';
import type { Device, LabOrder, LabRecord, ReclaimReport } from './lab-backend';
import type { LabEvent } from './lab-events';
import type { AcquireRequest, LabManagerOptions } from './lab-requests';
import type { LastFailure } from './lab-snapshot';
import type { LabChange, LabFacts, LabState, StartFailure } from './lab-state';
import { nextLabState } from './lab-state';
import type { DismantleResult } from './lab-works';
import { LabWorks } from './lab-works';
import type { LabUse } from './lab-use';
import { OutputTail } from './output-tail';
import { UseNotes } from './use-notes';

/** How a start ended for those who waited for it. */
export type StartOutcome =
  | { readonly kind: 'up' | 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: StartFailure; readonly cause: unknown };

type Fact = LabEvent extends infer E
  ? E extends LabEvent
    ? Omit<E, keyof LabFacts | 'at' | 'session' | 'users'>
    : never
  : never;

/** Stands in events for what a predecessor left without a record. */
const NO_LAB: LabFacts = { generation: 0, identity: '', topology: '' };

function adopted({ devices }: { readonly devices: readonly Device[] }): Fact {
  return { type: 'lab.adopted', devices: devices.length };
}

const DEFAULT_START_TIMEOUT_MS = 3_600_000;
const DEFAULT_OUTPUT_LINES = 50;

/**
 * The place for one lab: holds the state (listed at {@link LabState}) and does what its changes ask for. A work
 * (start or removal) is under way exactly while the state is starting or stopping, so up and down never overlap,
 * and a work only ever touches the generation it was begun for.
 */
export class LabSlot {
  readonly events: EventFanOut<LabEvent>;
  readonly generations: GenerationReserve;
  readonly #options: LabManagerOptions;
  readonly #works: LabWorks;
  readonly #notes: UseNotes;
  readonly #waiting = new Set<() => void>();
  #state: LabState = { name: 'none' };
  #lastFailure: LastFailure | undefined;
  #tail = new OutputTail(0);
  /** The session on whose behalf the present state was entered. */
  #cause: string | undefined;
  /** See `LabEventBase.users`. */
  #users: readonly string[] = [];
  #record: LabRecord | undefined;
  /** Removes what is in the slot; undefined while there is nothing. */
  #removal: (() => Promise<DismantleResult>) | undefined;
  #start: { readonly outcome: Promise<StartOutcome>; readonly abort: AbortController } | undefined;
  #work: Promise<unknown> = Promise.resolve();
  /** What the last removal has to say besides that it worked. */
  #note: string | undefined;
  #idleTimer: Disposable | undefined;

  constructor(options: LabManagerOptions) {
    this.#options = options;
    const onFailure = options.onListenerError ?? (() => undefined);
    this.events = new EventFanOut(onFailure);
    this.#notes = new UseNotes(options.hostLock, onFailure);
    this.generations = new GenerationReserve(options.nextGeneration);
    const startTimeoutMs = options.startTimeoutMs ?? DEFAULT_START_TIMEOUT_MS;
    this.#works = new LabWorks(options.backend, options.hostLock, options.clock, startTimeoutMs, (line) =>
      this.#say(line),
    );
  }

  get state(): LabState {
    return this.#state;
  }

  /** What finds the lab in the slot again. */
  get record(): LabRecord | undefined {
    return this.#record;
  }

  /** The start or removal under way, or the last one; never rejects. */
  get work(): Promise<unknown> {
    return this.#work;
  }

  get lastFailure(): LastFailure | undefined {
    return this.#lastFailure;
  }

  /** True while nothing of any lab is left, so that the lock may be released. */
  get isClear(): boolean {
    return this.#removal === undefined;
  }

  /** The outcome of the start under way or of the last one. */
  get started(): Promise<StartOutcome> | undefined {
    return this.#start?.outcome;
  }

  /** Begins a start; only in none or failed, and only when {@link generations} is ready. */
  start(request: AcquireRequest, reference: Reference): void {
    const generation = this.generations.take();
    const { bundle, advertiseHost, reuse } = request;
    const lab = { generation, identity: bundle.identity, topology: bundle.topology.path };
    this.#tail = new OutputTail(this.#options.outputLines ?? DEFAULT_OUTPUT_LINES);
    const abort = new AbortController();
    // Until the backend has said more, this is what would find the lab again.
    const record = { ...lab, backend: this.#options.backend.name, notes: {} };
    this.#own(record);
    // Begins a tick later, when the state says so already.
    const outcome = Promise.resolve().then(() => this.#build({ generation, bundle, advertiseHost }, abort));
    this.#start = { outcome, abort };
    this.#work = outcome;
    this.apply({ type: 'start', lab, reference, reuse }, reference.owner);
  }

  /**
   * Goes on with a predecessor's lab and reports what else was left, when the backend finds the lab whole; else says why it
   * does not. Only in none.
   */
  async adopt(record: LabRecord, use: LabUse): Promise<ReclaimReport | string> {
    const result = await this.#works.adopt(record);
    if ('problem' in result) {
      return typeof result.problem === 'string' ? result.problem : messageOf(result.problem);
    }
    const { generation, identity, topology } = record;
    const { devices, gone } = result.lab;
    this.#own(result.record);
    this.apply({ type: 'adopt', ...use, lab: { generation, identity, topology }, devices }, use.users[0]);
    void gone?.then((message) => this.#died(generation, message));
    return this.#works.reclaimBeside(record);
  }

  /** Looks whether the lab that is up is whole; if not, it ends as one that ended by itself. */
  async confirm(): Promise<void> {
    const record = this.#record;
    const problem = record && (await this.#options.backend.whyNotWhole?.(record));
    if (record !== undefined && problem !== undefined) {
      this.#died(record.generation, `The lab is not whole any more: ${problem}.`);
    }
  }

  /** Resolves when what a successor needs to go on with the lab is stored. */
  noted(): Promise<void> {
    return this.#notes.settled();
  }

  /** Removes what a dead predecessor left; `onReport` hears what that was. Only in none. */
  reclaim(record: LabRecord | undefined, onReport: (report: ReclaimReport) => void): void {
    this.#removal = () => this.#works.reclaim(record, onReport);
    this.apply({ type: 'reclaim', lab: record }, undefined);
  }

  /** Makes the change and does what it asks for; `cause` is the session behind it. True when it changed anything. */
  apply(change: LabChange, cause: string | undefined): boolean {
    const { clock, idleTtlMs } = this.#options;
    const before = this.#state;
    const after = nextLabState(before, change, { at: clock.date(), keepIdle: idleTtlMs > 0 });
    if (after === before) return false;
    this.#state = after;
    if ('users' in before) this.#users = before.users;
    if ('users' in after) this.#users = after.users;
    if (before.name === 'none' && after.name === 'stopping') this.#users = [];
    this.#notes.note(after);
    if (after.name !== before.name) this.#enter(before, after, cause);
    for (const wake of [...this.#waiting]) wake();
    return true;
  }

  /** Resolves at the next change, rejects when the signal aborts. */
  async changed(signal: AbortSignal): Promise<void> {
    let wake = (): void => undefined;
    const change = new Promise<void>((resolve) => (wake = resolve));
    this.#waiting.add(wake);
    try {
      await abortable(change, signal);
    } finally {
      this.#waiting.delete(wake);
    }
  }

  /** Resolves when no start and no removal is under way. */
  async settled(): Promise<void> {
    let seen: Promise<unknown> | undefined;
    while (seen !== this.#work) {
      seen = this.#work;
      await seen;
    }
  }

  #enter(before: LabState, after: LabState, cause: string | undefined): void {
    this.#cause = cause;
    this.#idleTimer?.[Symbol.dispose]();
    this.#idleTimer = undefined;
    if (before.name === 'stopping') this.#leaveStopping(before, after);
    switch (after.name) {
      case 'starting':
        return this.#tell(after.lab, { type: 'lab.starting' });
      case 'in_use':
        if (before.name === 'none') return this.#tell(after.lab, adopted(after));
        if (before.name !== 'starting') return;
        this.#lastFailure = undefined;
        return this.#tell(after.lab, { type: 'lab.up', devices: after.devices.length });
      case 'idle':
        this.#idleTimer = this.#options.clock.after(this.#options.idleTtlMs, () =>
          this.apply({ type: 'teardown', reason: 'idle_ttl' }, undefined),
        );
        return this.#tell(after.lab, before.name === 'none' ? adopted(after) : { type: 'lab.idle' });
      case 'stopping':
        // A start under way notices by its signal and removes what it built; anything else is removed from here.
        if (before.name === 'starting') this.#start?.abort.abort(new Error(`cancelled: ${after.reason}`));
        else this.#work = Promise.resolve().then(() => this.#dismantle());
        if (after.lab !== undefined) this.#tell(after.lab, { type: 'lab.stopping', reason: after.reason });
        return;
      case 'quarantined':
        return this.#tell(after.lab ?? NO_LAB, { type: 'lab.quarantined', reason: after.reason });
      case 'none':
      case 'failed':
        return;
    }
  }

  #leaveStopping(before: Extract<LabState, { name: 'stopping' }>, after: LabState): void {
    const { lab, reason, failure } = before;
    if (lab === undefined) return;
    if (after.name !== 'quarantined') this.#tell(lab, { type: 'lab.down', reason, problem: this.#note });
    // A start that failed is told as such also when not even its remains could be removed.
    if (failure !== undefined) this.#tell(lab, { type: 'lab.failed', failure });
  }

  async #build(order: LabOrder, abort: AbortController): Promise<StartOutcome> {
    const { generation } = order;
    const result = await this.#works.build(order, abort);
    this.#own(result.record);
    // Whoever no longer wants the start has changed the state meanwhile.
    if (this.#state.name === 'starting' && 'lab' in result) {
      this.apply({ type: 'up', generation, devices: result.lab.devices }, this.#cause);
      void result.lab.gone?.then((message) => this.#died(generation, message));
      return { kind: 'up' };
    }
    if (this.#state.name === 'starting' && 'problem' in result) {
      const failure = { message: messageOf(result.problem), output: this.#tail.lines() };
      this.#lastFailure = { ...failure, generation, at: this.#options.clock.date() };
      this.apply({ type: 'up_failed', generation, failure }, this.#cause);
      await this.#dismantle();
      return { kind: 'failed', failure, cause: result.problem };
    }
    await this.#dismantle();
    return { kind: 'cancelled' };
  }

  #died(generation: number, message: string): void {
    const failure = { message, output: this.#tail.lines() };
    if (!this.apply({ type: 'died', generation, failure }, this.#cause)) return;
    this.#lastFailure = { ...failure, generation, at: this.#options.clock.date() };
  }

  async #dismantle(): Promise<void> {
    const { stuck, note } = (await this.#removal?.()) ?? { stuck: undefined, note: undefined };
    if (stuck !== undefined) {
      this.apply({ type: 'stuck', reason: stuck }, this.#cause);
      return;
    }
    this.#removal = undefined;
    this.#record = undefined;
    this.#note = note;
    this.apply({ type: 'down' }, this.#cause);
  }

  #own(record: LabRecord): void {
    this.#record = record;
    this.#removal = () => this.#works.dismantle(record);
  }

  #say(line: string): void {
    this.#tail.push(line);
    const lab = 'lab' in this.#state ? this.#state.lab : undefined;
    this.#tell(lab ?? NO_LAB, { type: 'lab.output', line });
  }

  #tell(lab: LabFacts, fact: Fact): void {
    const { generation, identity, topology } = lab;
    const at = this.#options.clock.date();
    const [session, users] = [this.#cause, this.#users];
    this.events.emit({ generation, identity, topology, at, session, users, ...fact });
  }
}
