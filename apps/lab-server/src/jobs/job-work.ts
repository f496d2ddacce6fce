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
  /** It can be found and given back without the job, so it stays when the job is forgotten before anybody asked for it. */
  readonly lasting?: boolean;
}

/** How work tells those who follow it. */
export interface JobTell {
  /** What is being done now, in words; where it can be counted, how far it is. */
  progress(message: string, counted?: { readonly up: number; readonly of: number }): void;
  /** Something that happens anyway, and belongs to this work. */
  event(name: EventName, data: object): void;
}

/** Work that may go on after its request has been answered. */
export interface JobWork {
  /** `lab.acquire`, `fakenos.start` */
  readonly kind: string;
  /** For which the work is done; whoever looks at the job gives a sign of its life. */
  readonly session?: string;
  /** Does it; when the signal aborts it rejects and leaves nothing behind. Keeps its session itself while it runs. */
  run(signal: AbortSignal, tell: JobTell): Promise<JobOutcome>;
}
