import { messageOf } from './errors';
import type { BackendCall, BackendLab, LabBackend, LabOrder, LabRecord, ReclaimReport } from './lab-backend';
import type { LabClock } from './lab-clock';
import type { LabLock } from './lab-lock';

/** A teardown is tried this often before the slot is quarantined. */
const DOWN_ATTEMPTS = 2;

/** How a build ended: with a lab, or with why not. `record` is what a teardown needs in either case. */
export type BuildResult =
  | { readonly lab: BackendLab; readonly record: LabRecord }
  | { readonly problem: unknown; readonly record: LabRecord };

/** How a teardown ended: `stuck` says what is left; `note` that all is gone but the lock still names the lab. */
export interface DismantleResult {
  readonly stuck: string | undefined;
  readonly note: string | undefined;
}

/**
 * The hands of the lab manager: drives the backend and keeps the lock's record in step. Decides nothing; the
 * caller sees to it that at most one work is under way. Nothing here rejects.
 */
export class LabWorks {
  constructor(
    private readonly backend: LabBackend,
    private readonly lock: LabLock,
    private readonly clock: LabClock,
    private readonly startTimeoutMs: number,
    private readonly onOutput: (line: string) => void,
  ) {}

  /** Builds a lab. The record is stored before the backend begins, so that a crash leaves no unknown lab. */
  async build(order: LabOrder, abort: AbortController): Promise<BuildResult> {
    let record: LabRecord = {
      generation: order.generation,
      identity: order.bundle.identity,
      topology: order.bundle.topology.path,
      backend: this.backend.name,
      notes: {},
    };
    const timeout = this.clock.after(this.startTimeoutMs, () =>
      abort.abort(new Error(`the start took longer than ${this.startTimeoutMs / 1000} s and was stopped`)),
    );
    try {
      await this.lock.update({ lab: record });
      abort.signal.throwIfAborted();
      const lab = withCalmEnding(
        await this.backend.up(order, { signal: abort.signal, onOutput: this.onOutput }),
      );
      record = { ...record, notes: lab.notes };
      await this.lock.update({ lab: record });
      return { lab, record };
    } catch (error) {
      return { problem: abort.signal.aborted ? abort.signal.reason : error, record };
    } finally {
      timeout[Symbol.dispose]();
    }
  }

  /** A predecessor's lab when the backend finds it whole, else why it cannot be gone on with. */
  async adopt(record: LabRecord): Promise<BuildResult> {
    const call = { signal: new AbortController().signal, onOutput: this.onOutput };
    try {
      const found = await (this.backend.adopt?.(record, call) ??
        Promise.resolve(`labs of backend ${this.backend.name} end with their server`));
      if (typeof found === 'string') return { problem: found, record };
      const adopted = { ...record, notes: found.notes };
      await this.lock.update({ lab: adopted });
      return { lab: withCalmEnding(found), record: adopted };
    } catch (error) {
      return { problem: error, record };
    }
  }

  /** Removes all that a predecessor left but this lab. */
  async reclaimBeside(kept: LabRecord): Promise<ReclaimReport> {
    const call = { signal: new AbortController().signal, onOutput: this.onOutput, attempt: DOWN_ATTEMPTS };
    try {
      return await this.backend.reclaim(undefined, call, kept);
    } catch (error) {
      return { reclaimed: [], foreign: [], left: [messageOf(error)] };
    }
  }

  /** Removes a lab, then its record. */
  async dismantle(record: LabRecord): Promise<DismantleResult> {
    return this.#remove((call) => this.backend.down(record, call));
  }

  /** Removes what a predecessor left, then its record; `onReport` hears what that was. */
  async reclaim(
    record: LabRecord | undefined,
    onReport: (report: ReclaimReport) => void,
  ): Promise<DismantleResult> {
    return this.#remove(async (call) => onReport(await this.backend.reclaim(record, call)));
  }

  async #remove(removal: (call: BackendCall) => Promise<void>): Promise<DismantleResult> {
    let stuck: string | undefined;
    for (let attempt = 1; attempt <= DOWN_ATTEMPTS; attempt += 1) {
      try {
        await removal({ signal: new AbortController().signal, onOutput: this.onOutput, attempt });
        return { stuck: undefined, note: await this.#forget() };
      } catch (error) {
        stuck = messageOf(error);
      }
    }
    return { stuck, note: undefined };
  }

  async #forget(): Promise<string | undefined> {
    try {
      await this.lock.update({ lab: null });
      return undefined;
    } catch (error) {
      return `the lab is gone, but the lock still names it: ${messageOf(error)}`;
    }
  }
}

/** The lab with a `gone` that never rejects; made at once, since a rejection that nobody hears ends the process. */
function withCalmEnding(lab: BackendLab): BackendLab {
  return lab.gone === undefined ? lab : { ...lab, gone: lab.gone.catch(messageOf) };
}
