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
  upload_too_large: 'A file, or the whole upload, is larger than the server accepts.',
  too_many_files: 'More files than the server accepts.',
  validation_error: 'A header, parameter or form field is missing or wrong; `detail` lists them.',
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
