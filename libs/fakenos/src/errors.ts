/** Every way in which fake networks refuse or fail; compare these, never the class. */
export type FakeNosErrorCode =
  /** A node's device type has no fake platform. */
  | 'unsupported_device'
  /** An inventory names a platform or plug-in that there is not. */
  | 'unsupported_platform'
  /** A platform file cannot be used as it is written; `problems` says where. */
  | 'invalid_platform_file'
  /** A platform file is Python or Jinja: a program, which is not run here. */
  | 'unsupported_platform_file'
  /** The configuration of the service is not valid; `problems` says where. */
  | 'invalid_configuration'
  /** An inventory is not valid; `problems` says where. */
  | 'invalid_inventory'
  /** An inventory, or a file it names, cannot be read or fetched. */
  | 'inventory_unreachable'
  /** An inventory's address or path is not on the list of those that may be read. */
  | 'inventory_not_allowed'
  /** A network cannot be called so. */
  | 'invalid_name'
  /** More networks than the service is configured to run. */
  | 'too_many_networks'
  /** A network of that name runs already. */
  | 'network_running'
  /** No network of that name was started. */
  | 'network_unknown'
  /** The network was started, but its process has ended by itself. */
  | 'network_not_running'
  /** The network has no such host. */
  | 'host_unknown'
  /** The network remembers no such session. */
  | 'recording_unknown'
  /** A behaviour is not valid; `problems` says where. */
  | 'invalid_behavior'
  /** There is no such worker; each server is one. */
  | 'unknown_worker'
  /** The network's process failed, ended or stayed silent while it started. */
  | 'network_start_failed'
  /** Not every host listened in the time given. */
  | 'start_timeout'
  /** Another program, or another network, listens there. */
  | 'port_in_use'
  /** An address or port to listen on cannot be had, for any other reason. */
  | 'bind_failed'
  /** The lab asked about is not up, or its process has ended. */
  | 'lab_not_running'
  /** The network's process is still there although it was told to stop and then killed. */
  | 'network_stop_failed'
  /** The service is being closed. */
  | 'service_closed';

/** One thing wrong with a document, and where. */
export interface DocumentProblem {
  /** Place in the document: `hosts.r1.port`; empty for the document as a whole. */
  readonly path: string;
  /** What is wrong and what would be right, without the place. */
  readonly message: string;
}

/** What a {@link FakeNosError} carries besides its sentence. */
export interface FakeNosErrorOptions extends ErrorOptions {
  /** Of `invalid_…` codes: all that was found; the message names them too. */
  readonly problems?: readonly DocumentProblem[];
}

/** A refusal or failure of a fake network; the message says what to do next. */
export class FakeNosError extends Error {
  override readonly name = 'FakeNosError';
  readonly problems: readonly DocumentProblem[];

  constructor(
    readonly code: FakeNosErrorCode,
    message: string,
    { problems = [], ...options }: FakeNosErrorOptions = {},
  ) {
    super(message, options);
    this.problems = problems;
  }
}

/** The words of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
