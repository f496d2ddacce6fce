/** What this package refuses, beside the failures of the client, which pass through as they are. */
export const TEST_RUN_ERROR_CODES = {
  config_unreadable: 'The configuration file cannot be found, read or run.',
  invalid_config: 'A key or value of the configuration, or of its environment variable, makes no sense.',
  server_required: 'No address of a server was given, and requireServer forbids a private one.',
  lab_server_missing: 'A private server is wanted, and the package that has it is not installed.',
  lab_server_failed: 'The private server did not start.',
  run_conflict: 'Another part of the same run has already asked for something else.',
  no_run: 'This process knows of no run: the set-up of the runner did not take place.',
  no_session: 'The run opened no session, because none of its test files seemed to need one.',
  no_run_lab: 'The run has no lab for all tests; its configuration names no topology.',
  lab_gone: 'The lab of the whole run has gone while the tests ran; its session is still there.',
  run_over: 'The run has been torn down before the test used its lab.',
  invalid_options: 'A test file asked for a lab with options that make no sense.',
  inside_test: 'A test asked for the lab of its file, which is declared at the top of the file.',
  second_lab: 'A test file asked for a second lab.',
  other_lab: 'A test file asked for another lab than the one that the whole run has.',
  not_acquired: 'The lab of the test file was used before or after its tests.',
  topology_missing: 'The topology that a test file or the configuration names cannot be read.',
} as const;

/** One of the codes of {@link TEST_RUN_ERROR_CODES}. */
export type TestRunErrorCode = keyof typeof TEST_RUN_ERROR_CODES;

/**
 * A refusal of this package. The message is one line, whose end says what to do: runners put words of their own before
 * it. Compare `code`, not the class.
 */
export class TestRunError extends Error {
  override readonly name = 'TestRunError';

  constructor(
    readonly code: TestRunErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
