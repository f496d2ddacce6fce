/** Every way in which the lab manager refuses or fails, as it goes over the wire. */
export type LabErrorCode =
  | 'lab_busy'
  | 'self_deadlock'
  | 'lab_start_failed'
  | 'start_cancelled'
  | 'slot_quarantined'
  | 'no_lab'
  | 'lab_in_use'
  | 'shutting_down';

/** Whose references keep the lab: those of the session that asked, or somebody else's. */
export type LabHolder = 'own_session' | 'other_session';

/** What a {@link LabError} tells beyond its message. */
export interface LabErrorDetail {
  /** With `lab_busy` and `self_deadlock`. */
  readonly holder?: LabHolder;
  /** With `lab_start_failed`: the last lines the backend said. */
  readonly output?: readonly string[];
  readonly cause?: unknown;
}

/**
 * A refusal or failure of the lab manager. Compare `code`, never the class. The message names no session id:
 * an id is its owner's secret.
 */
export class LabError extends Error {
  override readonly name = 'LabError';
  readonly holder: LabHolder | undefined;
  readonly output: readonly string[];

  constructor(
    readonly code: LabErrorCode,
    message: string,
    detail: LabErrorDetail = {},
  ) {
    super(message, { cause: detail.cause });
    this.holder = detail.holder;
    this.output = detail.output ?? [];
  }
}

/** The words of whatever was thrown, on one line or many, never empty. */
export function messageOf(error: unknown): string {
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  const text = typeof message === 'string' ? message : String(error);
  return text === '' ? 'no reason given' : text;
}
