import type { ErrorCode } from '@remote-lab/protocol';

/** How an error code goes over HTTP. */
export interface HttpError {
  readonly status: number;
  /** The original's fixed text, when clients compare it; the error's own sentence is then the answer's `reason`. */
  readonly detail?: string;
}

/** The one table of code → status; docs/rest-api.md is made from it. */
export const HTTP_ERRORS: Readonly<Record<ErrorCode, HttpError>> = {
  session_not_found: { status: 404, detail: 'Session not found' },
  no_active_session: { status: 404, detail: 'No active session' },
  session_not_active: { status: 423, detail: 'Session is not active' },
  lab_busy: { status: 423, detail: 'Lab currently busy' },
  self_deadlock: { status: 409 },
  lab_in_use: { status: 409, detail: 'Lab still in use' },
  no_lab: { status: 404, detail: 'No lab running' },
  lab_start_failed: { status: 502 },
  start_cancelled: { status: 409 },
  slot_quarantined: { status: 503 },
  invalid_topology: { status: 422 },
  topology_not_allowed: { status: 422 },
  unsupported_device: { status: 422 },
  foreign_lab: { status: 503 },
  netlab_failed: { status: 502 },
  netlab_timeout: { status: 502 },
  netlab_missing: { status: 503 },
  netlab_unusable: { status: 503 },
  topology_extension: { status: 400, detail: 'Topology must be a .yml or .yaml file' },
  unsafe_file_name: { status: 400 },
  duplicate_file_name: { status: 400 },
  malformed_upload: { status: 400 },
  upload_too_large: { status: 413 },
  too_many_files: { status: 400 },
  validation_error: { status: 422 },
  unsupported_media_type: { status: 415 },
  invalid_name: { status: 422 },
  network_unknown: { status: 404 },
  network_running: { status: 409 },
  network_not_running: { status: 409 },
  host_unknown: { status: 404 },
  recording_unknown: { status: 404 },
  too_many_networks: { status: 409 },
  invalid_inventory: { status: 422 },
  inventory_unreachable: { status: 422 },
  inventory_not_allowed: { status: 422 },
  unsupported_platform: { status: 422 },
  invalid_platform_file: { status: 422 },
  unsupported_platform_file: { status: 422 },
  invalid_behavior: { status: 422 },
  unknown_worker: { status: 422 },
  port_in_use: { status: 409 },
  bind_failed: { status: 422 },
  network_start_failed: { status: 502 },
  start_timeout: { status: 504 },
  network_stop_failed: { status: 500 },
  job_not_found: { status: 404 },
  not_found: { status: 404, detail: 'Not Found' },
  method_not_allowed: { status: 405, detail: 'Method Not Allowed' },
  shutting_down: { status: 503 },
  store_failed: { status: 503 },
  internal_error: { status: 500, detail: 'Internal Server Error' },
};
