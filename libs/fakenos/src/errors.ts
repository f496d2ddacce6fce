/** Every way in which fake networks refuse or fail; compare these, never the class. */
export type FakeNosErrorCode =
  /** A node's device type has no fake platform. */
  | 'unsupported_device'
  /** The network's process failed, ended or stayed silent while it started. */
  | 'network_start_failed'
  /** An address or port to listen on cannot be had. */
  | 'bind_failed'
  /** The lab asked about is not up, or its process has ended. */
  | 'lab_not_running'
  /** The network's process is still there although it was told to stop and then killed. */
  | 'network_stop_failed';

/** A refusal or failure of a fake network; the message says what to do next. */
export class FakeNosError extends Error {
  override readonly name = 'FakeNosError';

  constructor(
    readonly code: FakeNosErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The words of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
