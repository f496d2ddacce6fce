import type { LabJson } from '@remote-lab/client';

/** How to reach the run's session from another process. */
export interface RunSession {
  readonly serverUrl: string;
  readonly token?: string;
  /** A capability: whoever knows it can use the session. Do not print it. */
  readonly id: string;
  /** Milliseconds. */
  readonly requestTimeout: number;
  /** Milliseconds; what a lab may take unless its test file says otherwise. */
  readonly acquireTimeout: number;
}

/** The lab that all tests of the run share. */
export interface RunLabState {
  /** Its topology in a word, for people. */
  readonly topology: string;
  /** SHA-256 of the topology alone, without extra files, where it was a file. */
  readonly contentHash?: string;
  /** Of everything that was uploaded. */
  readonly identity: string;
  readonly lab: LabJson;
}

/**
 * What the process that runs tests needs to know of the run, as plain JSON.
 *
 * - `open`: session and lab can be used. Without a session, none was needed.
 * - `over`: the run has been torn down.
 */
export type RunState =
  | {
      readonly phase: 'open';
      /** Whether files of the same lab are run next to each other. */
      readonly ordered: boolean;
      readonly session?: RunSession;
      readonly lab?: RunLabState;
    }
  | { readonly phase: 'over' };
