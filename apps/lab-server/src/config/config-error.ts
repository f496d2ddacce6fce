/** A flag, variable or file entry that cannot be used; the message names it and says what is expected. */
export class ConfigError extends Error {
  readonly code = 'bad_configuration';
  override readonly name = 'ConfigError';
}
