import { setTimeout as delay } from 'node:timers/promises';
import type { AcquireResponseDto } from '@remote-lab/protocol';
import type { LabNews, SessionEvents } from './events/session-events';
import type { LabUpload } from './topology-source';

/** The answer and the last lines come on two connections: the lines may be a little later. */
const LAST_LINES_MS = 250;

/** Hands on what is printed while one's own lab is built. */
export class LabOutput implements Disposable {
  private readonly listening: Disposable | undefined;
  private readonly done = new AbortController();
  private readonly failing = new AbortController();
  private up: number | undefined;
  private awaited: number | undefined;

  constructor(
    private readonly events: SessionEvents,
    private readonly order: { readonly upload: LabUpload; readonly onOutput?: (line: string) => void },
  ) {
    if (order.onOutput !== undefined) this.listening = events.onLab.add((news) => this.hear(news));
  }

  /** Aborts with what the caller throws at a line. */
  get failed(): AbortSignal {
    return this.failing.signal;
  }

  /** Resolves when all lines of that lab are there, or will not come. */
  async complete({ reused, generation }: AcquireResponseDto): Promise<void> {
    if (this.listening === undefined || !this.events.telling) return;
    if (reused || generation === undefined || this.up === generation) return;
    this.awaited = generation;
    try {
      await delay(LAST_LINES_MS, undefined, { signal: this.done.signal });
    } catch {
      // The lab is up: everything has been told.
    }
  }

  [Symbol.dispose](): void {
    this.listening?.[Symbol.dispose]();
  }

  private hear({ name, lab }: LabNews): void {
    // Several users of one session hear of each other's labs.
    if (lab.topology !== this.order.upload.topology.name) return;
    if (name === 'lab.output' && lab.line !== undefined) this.handOn(lab.line);
    if (name === 'lab.up') this.up = lab.generation;
    if (this.up !== undefined && this.up === this.awaited) this.done.abort();
  }

  private handOn(line: string): void {
    try {
      if (!this.failing.signal.aborted) this.order.onOutput?.(line);
    } catch (error) {
      this.failing.abort(error);
    }
  }
}
