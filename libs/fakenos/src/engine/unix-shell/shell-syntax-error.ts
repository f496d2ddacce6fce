/** A line that a Unix shell cannot read; the message is what it says about it. */
export class ShellSyntaxError extends Error {
  /** In the shell's words: the token that cannot stand where it is. */
  static unexpected(token: string): ShellSyntaxError {
    return new ShellSyntaxError(`syntax error near unexpected token \`${token}'`);
  }
}
