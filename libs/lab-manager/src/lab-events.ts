import type { LabFacts, StartFailure, TeardownReason } from './lab-state';

/** Which lab an event is about, and when it happened. */
export interface LabEventBase extends LabFacts {
  readonly at: Date;
  /** The session that caused it or for which it is done; unknown for what time or a predecessor caused. */
  readonly session: string | undefined;
  /** The sessions that use this lab, or did when it began to go: nobody else may see what its backend printed. */
  readonly users: readonly string[];
}

/** Everything the lab manager tells as it happens. */
export type LabEvent = LabEventBase &
  (
    | { readonly type: 'lab.starting' }
    | { readonly type: 'lab.output'; readonly line: string }
    | { readonly type: 'lab.up'; readonly devices: number }
    /** The lab of a dead predecessor goes on. */
    | { readonly type: 'lab.adopted'; readonly devices: number }
    | { readonly type: 'lab.idle' }
    | { readonly type: 'lab.stopping'; readonly reason: TeardownReason }
    /** `problem`: the lab is gone, but the note about it could not be removed from the lock. */
    | { readonly type: 'lab.down'; readonly reason: TeardownReason; readonly problem: string | undefined }
    | { readonly type: 'lab.failed'; readonly failure: StartFailure }
    | { readonly type: 'lab.quarantined'; readonly reason: string }
  );

/** Hears events; called in the order in which they happened. */
export type LabEventListener = (event: LabEvent) => void;
