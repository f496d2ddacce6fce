/**
 * Every `code` that the server answers with, and what it means. The codes are the contract for programs;
 * which HTTP status each comes with is the server's table (`http-errors.ts`), from which docs/rest-api.md is made.
 */
export const ERROR_CODES = {
  session_not_found: 'No such session, or it has ended; `reason` says how when the server remembers.',
  no_active_session: 'Nobody holds the lab host.',
  session_not_active: 'The session is still waiting in the queue.',
  lab_busy: 'A lab runs and references are held; waiting can help. `holder` tells whose they are.',
  self_deadlock: 'The session was refused only because of its own references, for too long: release them.',
  lab_in_use: 'References are held and the destruction was not forced.',
  no_lab: 'No lab runs.',
  lab_start_failed: 'The backend could not build the lab; `output` has its last words.',
  start_cancelled: 'The session ended while its lab was being built.',
  slot_quarantined: 'What is left of an earlier lab could not be removed; an operator must look.',
  invalid_topology: 'The topology cannot be read; `problems` tells where.',
  topology_not_allowed:
    'The topology holds something that the server does not allow (`--topology-policy restricted`); `problems` tells where.',
  foreign_lab: 'A netlab lab that this server did not start is in the way; an operator must stop it.',
  netlab_failed:
    'It was netlab itself that failed, not the topology; an operator should look at its installation.',
  netlab_timeout: 'A command of netlab took too long and was ended.',
  netlab_missing: 'The server has no netlab, or not a program that it needs, on its PATH.',
  netlab_unusable: 'The netlab of the server does not work, or is too old.',
  unsupported_device: 'This server cannot play a device type of the topology.',
  topology_extension: 'A topology file must end in .yml or .yaml.',
  unsafe_file_name: 'A file name leads out of the upload, or is otherwise unsafe.',
  duplicate_file_name: 'Two uploaded files have the same name.',
  malformed_upload: 'The multipart body cannot be read.',
  upload_too_large: 'A file, the whole upload, or a JSON body is larger than the server accepts.',
  too_many_files: 'More files than the server accepts.',
  validation_error: 'A header, parameter or form field is missing or wrong; `detail` lists them.',
  unsupported_media_type: 'The body is not JSON, or does not say so in its Content-Type.',
  invalid_name: 'A fake network cannot be called so.',
  network_unknown: 'No fake network of that name was started.',
  network_running: 'A fake network of that name runs already.',
  network_not_running: 'The process of the fake network has ended by itself; restart the network.',
  host_unknown: 'The fake network has no such host.',
  recording_unknown: 'The fake network remembers no such session.',
  too_many_networks: 'More fake networks than the server runs at the same time.',
  invalid_inventory: 'The inventory of a fake network is not valid; `problems` tells where.',
  inventory_unreachable: 'The inventory, or a file that it names, cannot be read or fetched.',
  inventory_not_allowed: 'The path or URL of the inventory is not among those that this server may read.',
  unsupported_platform: 'The inventory names a platform or plug-in that there is not.',
  invalid_platform_file: 'A platform file cannot be used as it is written; `problems` tells where.',
  unsupported_platform_file: 'A platform file is a program in Python or Jinja, which is not run here.',
  invalid_behavior: 'The behaviour is not valid; `problems` tells where.',
  unknown_worker: 'There is no such worker; each server is one.',
  port_in_use: 'A port that a host of the network asks for is taken.',
  bind_failed: 'An address or port that a host of the network asks for cannot be had on this machine.',
  network_start_failed:
    'The process of the fake network failed while it started; `detail` has its last words.',
  start_timeout: 'Not every host listened in the time given; the network was stopped.',
  network_stop_failed:
    'The process of the fake network is still there although it was killed; an operator must look.',
  job_not_found: 'No such job, or it finished so long ago that the server has forgotten it.',
  not_found: 'No such path.',
  method_not_allowed: 'The path exists, but not with this method; see the Allow header.',
  shutting_down: 'The server is going down; ask again after its restart.',
  store_failed:
    'The queue could not be written; nothing was changed, and an operator should look at its disk.',
  internal_error: 'A fault of the server; its log has the details.',
} as const;

/** One of the codes of {@link ERROR_CODES}. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** Tells whether `code` is on the list. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}
