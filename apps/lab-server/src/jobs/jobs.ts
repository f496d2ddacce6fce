import { EventIds } from '../events/event-ids';
import { Refusal } from '../refusal';
import type { SystemClock } from '../system-clock';
import { Job, type JobSurroundings } from './job';
import type { JobWork } from './job-work';

/** What {@link Jobs} needs. */
export interface JobsParts extends Pick<JobSurroundings, 'refusalOf' | 'onFault'> {
  readonly clock: Pick<SystemClock, 'date' | 'after'>;
  /** Makes a job's id: a secret nobody can guess. */
  readonly newId: () => string;
}

const REMEMBERED_MS = 600_000;
const MOST_FINISHED = 100;
const MOST_RUNNING = 100;

/** The jobs of this server: those that run, and the last ones that finished, each for ten minutes. */
export class Jobs implements AsyncDisposable {
  readonly #parts: JobsParts;
  readonly #surroundings: JobSurroundings;
  readonly #running = new Map<string, Job>();
  /** Oldest first, with the timer that ends their time. */
  readonly #finished = new Map<string, { readonly job: Job; readonly timer: Disposable }>();

  constructor(parts: JobsParts) {
    this.#parts = parts;
    const { refusalOf, onFault } = parts;
    this.#surroundings = { refusalOf, onFault, ids: new EventIds(), now: () => parts.clock.date() };
  }

  /** Begins work as a job; undefined when so many run already that its request had better wait for it. */
  start(work: JobWork): Job | undefined {
    if (this.#running.size >= MOST_RUNNING) return undefined;
    const job = new Job(this.#parts.newId(), work, this.#surroundings);
    this.#running.set(job.id, job);
    void job.finished.then(() => this.#remember(job));
    return job;
  }

  /** @throws {Refusal} `job_not_found`. */
  find(id: string): Job {
    const job = this.#running.get(id) ?? this.#finished.get(id)?.job;
    if (job !== undefined) return job;
    throw new Refusal(
      'job_not_found',
      'This server knows no such job; those that finished more than ten minutes ago are forgotten.',
    );
  }

  /** Forgets a job whose request is answered without it; what it got is whoever answers'. */
  withdraw({ id }: Job): void {
    this.#running.delete(id);
    this.#finished.get(id)?.timer[Symbol.dispose]();
    this.#finished.delete(id);
  }

  /** Cancels what runs, and waits until nothing of it is left. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const { timer } of this.#finished.values()) timer[Symbol.dispose]();
    this.#finished.clear();
    const running = [...this.#running.values()];
    this.#running.clear();
    await Promise.all(running.map((job) => job.cancel()));
  }

  #remember(job: Job): void {
    if (!this.#running.delete(job.id)) return;
    const timer = this.#parts.clock.after(REMEMBERED_MS, () => this.#forget(job.id));
    this.#finished.set(job.id, { job, timer });
    const [oldest] = this.#finished.keys();
    if (this.#finished.size > MOST_FINISHED && oldest !== undefined) this.#forget(oldest);
  }

  #forget(id: string): void {
    const known = this.#finished.get(id);
    if (known === undefined) return;
    this.withdraw(known.job);
    // What nobody has asked for by now nobody ever will.
    void known.job.forget();
  }
}
