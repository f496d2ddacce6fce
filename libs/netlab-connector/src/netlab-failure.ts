import { NetlabError } from './errors';
import type { NetlabResult } from './run-netlab';

/** The lines with which netlab ends when it gives up. */
const LAST_WORDS = /^(Fatal ?[Ee]rror|\w*Error)\b/;

/** NetlabError `netlab_failed` for a command that ended with another exit code than 0. */
export function netlabFailure(
  args: readonly string[],
  { exitCode, tail }: Pick<NetlabResult, 'exitCode' | 'tail'>,
): NetlabError {
  const words = tail.findLast((line) => LAST_WORDS.test(line)) ?? tail.at(-1);
  const said = words === undefined ? ' and said nothing' : `: ${words}`;
  return new NetlabError(
    'netlab_failed',
    `netlab ${args[0] ?? ''} failed with exit code ${exitCode}${said}`,
    {
      output: tail,
    },
  );
}
