/** The `shell.configuration` of FakeNOS's inventories; what else it has there means nothing. */
export interface ShellConfiguration {
  /** Said after the login; null or empty says nothing. Default `Custom SSH Shell`. */
  readonly intro?: string | null;
  /** Ends each line of output. Default CR LF. */
  readonly newline?: string;
  /** What `{base_prompt}` stands for. Default the host's name. */
  readonly base_prompt?: string;
}
