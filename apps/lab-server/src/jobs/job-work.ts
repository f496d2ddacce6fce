import type { EventName } from '@remote-lab/protocol';

/** What a job ended with. */
export interface JobOutcome {
  /** What the request would have been answered with; plain JSON. */
  readonly result: unknown;
  /**
   * Gives back what the job got, for nobody wants it; never rejects for what is gone already. It is kept with the result, so it
   * holds nothing of what the work was made of.
   */
  undo(): Promise<unknown>;
}

/** How work tells those who follow it. */
export interface JobTell {
  /** What is being done now, in words. */
  progress(message: string): void;
  /** Something that happens anyway, and belongs to this work. */
  event(name: EventName, data: object): void;
}

/** Work that may go on after its request has been answered. */
export interface JobWork {
  /** `lab.acquire` */
  readonly kind: string;
  /** For which the work is done; whoever looks at the job gives a sign of its life. */
  readonly session?: string;
  /** Does it; when the signal aborts it rejects and leaves nothing behind. Keeps its session itself while it runs. */
  run(signal: AbortSignal, tell: JobTell): Promise<JobOutcome>;
}
