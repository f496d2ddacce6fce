import { type EventName, type JobDto, type JobStateDto, SNAPSHOT_EVENT } from '@remote-lab/protocol';
import type { EventIds } from '../events/event-ids';
import { EventJournal } from '../events/event-journal';
import type { EventSink } from '../events/event-sink';
import { JobFailed } from './job-failed';
import type { JobOutcome, JobTell, JobWork } from './job-work';

type Refusal = JobFailed['answer'];

/** What a {@link Job} works with. */
export interface JobSurroundings {
  readonly now: () => Date;
  readonly ids: EventIds;
  /** How an error goes over the wire. */
  readonly refusalOf: (error: unknown) => Refusal;
  /** Hears what could not be undone, and what failed by a fault of the server. */
  readonly onFault: (error: unknown) => void;
}

const JOURNAL_BYTES = 128 * 1024;
const EVERYBODY = '';

/**
 * Work that can be followed, and cancelled.
 *
 * - running: from its making until the work settles.
 * - succeeded: the work resolved; what it got is given back by `cancel` as long as nobody has taken it.
 * - failed: the work rejected.
 * - cancelled: `cancel` came before the end, or before anybody had taken the result; nothing is left of it.
 */
export class Job {
  /** Resolves when the job no longer runs; never rejects. */
  readonly finished: Promise<void>;
  readonly #kind: string;
  /** For which the work is done; whoever looks at the job gives a sign of its life. */
  readonly session: string | undefined;
  readonly #surroundings: JobSurroundings;
  readonly #abort = new AbortController();
  readonly #journal = new EventJournal(JOURNAL_BYTES);
  readonly #sinks = new Set<EventSink>();
  readonly #createdAt: Date;
  #state: JobStateDto = 'running';
  #finishedAt: Date | undefined;
  #progress: string | undefined;
  #outcome: JobOutcome | undefined;
  #refusal: Refusal | undefined;
  #taken = false;

  /** Begins the work at once. */
  constructor(
    readonly id: string,
    work: JobWork,
    surroundings: JobSurroundings,
  ) {
    // The work itself is not kept: it may hold a whole upload, and a finished job is remembered for long.
    this.#kind = work.kind;
    this.session = work.session;
    this.#surroundings = surroundings;
    this.#createdAt = surroundings.now();
    this.finished = this.#run(work);
  }

  get state(): JobStateDto {
    return this.#state;
  }

  /** How it stands, for whoever has its id. */
  describe(): JobDto {
    const error = this.#state === 'failed' ? this.#refusal : undefined;
    return {
      id: this.id,
      kind: this.#kind,
      status: this.#state,
      created_at: this.#createdAt.toISOString(),
      ...(this.#finishedAt === undefined ? {} : { finished_at: this.#finishedAt.toISOString() }),
      ...(this.#progress === undefined ? {} : { progress: this.#progress }),
      ...(this.#state === 'succeeded' ? { result: this.#outcome?.result } : {}),
      ...(error === undefined ? {} : { error: error.body, error_status: error.status }),
    };
  }

  /** The result of a job that has succeeded. @throws {JobFailed} for one that failed. */
  result(): unknown {
    if (this.#state === 'failed' && this.#refusal !== undefined) throw new JobFailed(this.#refusal);
    return this.#outcome?.result;
  }

  /** Somebody has the result: from now on it is theirs, and no longer given back. */
  take(): void {
    if (this.#state === 'succeeded') this.#taken = true;
  }

  /** Its time is over: gives back what nobody has taken, unless that can be found without the job. */
  async forget(): Promise<void> {
    if (this.#outcome?.lasting !== true) await this.cancel();
  }

  /** Stops the work, or gives back what nobody has taken. Resolves when that is done; changes nothing once it is taken. */
  async cancel(): Promise<void> {
    if (this.#state === 'running') {
      this.#abort.abort();
      await this.finished;
    } else if (this.#state === 'succeeded' && !this.#taken) {
      this.#state = 'cancelled';
      await this.#undo();
    }
  }

  /**
   * Tells a listener how the job stands, what it missed after the event `lastEventId`, and from then on everything, until
   * the job has finished or the answer is disposed of.
   */
  open(lastEventId: string | undefined, sink: EventSink): Disposable {
    const { ids } = this.#surroundings;
    const seq = ids.read(lastEventId, this.#journal.last) ?? 0;
    sink.send({ id: ids.write(seq), event: SNAPSHOT_EVENT, data: JSON.stringify(this.describe()) });
    for (const entry of this.#journal.after(seq, EVERYBODY)) {
      sink.send({ id: ids.write(entry.seq), event: entry.event, data: entry.data });
    }
    this.#sinks.add(sink);
    if (this.#state !== 'running') this.#sayFinished();
    return { [Symbol.dispose]: () => void this.#sinks.delete(sink) };
  }

  async #run(work: JobWork): Promise<void> {
    const tell: JobTell = {
      progress: (message, counted) => {
        this.#progress = message;
        this.#tell('job.progress', { message, ...counted });
      },
      event: (name, data) => this.#tell(name, data),
    };
    try {
      this.#outcome = await work.run(this.#abort.signal, tell);
      this.#state = 'succeeded';
    } catch (error) {
      // Not the error itself: its stack holds on to the functions in it, and those to the upload.
      this.#refusal = this.#surroundings.refusalOf(error);
      this.#state = 'failed';
      // Work that was stopped rejects with the reason that it was given.
      const isFault = this.#refusal.status === 500 && error !== this.#abort.signal.reason;
      if (isFault) this.#surroundings.onFault(error);
    }
    if (this.#abort.signal.aborted) this.#state = 'cancelled';
    this.#finishedAt = this.#surroundings.now();
    this.#sayFinished();
    if (this.#state === 'cancelled') await this.#undo();
  }

  async #undo(): Promise<void> {
    const outcome = this.#outcome;
    this.#outcome = undefined;
    await outcome?.undo().catch(this.#surroundings.onFault);
  }

  #tell(event: EventName, data: object): void {
    const entry = this.#journal.append(EVERYBODY, event, data);
    const message = { id: this.#surroundings.ids.write(entry.seq), event, data: entry.data };
    for (const sink of this.#sinks) sink.send(message);
  }

  #sayFinished(): void {
    const id = this.#surroundings.ids.write(this.#journal.last);
    for (const sink of this.#sinks) {
      sink.send({ id, event: 'job.finished', data: JSON.stringify(this.describe()) });
      sink.end();
    }
    this.#sinks.clear();
  }
}
