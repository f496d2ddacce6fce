import { adviceOn } from './advice';
import { NetlabError } from './errors';
import type { NetlabResult } from './run-netlab';

/** The lines with which netlab ends when it gives up: its own, or an exception's. */
const GIVES_UP = /^(Fatal [Ee]rror|\w+Error)\b/;
/** What a device complains of; it may come after netlab's own words, for the two have a stream each. */
const COMPLAINS = /^Error\b/;
/** How Python says that it asked a question and stdin is closed. */
const NO_ANSWER = /^EOFError\b/;

/** NetlabError `netlab_failed` for a command that ended with another exit code than 0, or by a signal. */
export function netlabFailure(
  args: readonly string[],
  { exitCode, signal, tail }: Pick<NetlabResult, 'exitCode' | 'signal' | 'tail'>,
): NetlabError {
  const last = (kind: RegExp) => tail.findLast((line) => kind.test(line));
  const words = last(GIVES_UP) ?? last(COMPLAINS) ?? tail.at(-1);
  const message = `netlab ${args[0] ?? ''} ${ending(exitCode, signal)}${lastWords(words, signal)}`;
  const advice = adviceOn(args[0] ?? '', words ?? '');
  const whole = advice === undefined ? message : `${message}. ${advice}`;
  return new NetlabError('netlab_failed', whole, { output: tail });
}

function ending(exitCode: number, signal: string | undefined): string {
  if (signal === undefined) return `failed with exit code ${exitCode}`;
  const why = signal === 'SIGKILL' ? ' (by hand, or by the system when it was short of memory)' : '';
  return `was ended from outside by ${signal}${why}`;
}

function lastWords(words: string | undefined, signal: string | undefined): string {
  if (words === undefined) return ' and said nothing';
  if (signal !== undefined) return `; its last line was: ${words}`;
  if (NO_ANSWER.test(words)) return `: it asked a question, which nobody is there to answer (${words})`;
  return `: ${words}`;
}
