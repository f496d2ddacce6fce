import type { Command, CommandOutcome } from '../../engine/platform';
import type { Question, SimplePlatform } from './simple-words';

/** Getting about: privilege, into configuration, out of the session. */
export function navigationCommands(
  { enable, configure, close }: SimplePlatform,
  anyExec: readonly string[],
): readonly Command[] {
  const go = (words: readonly string[] | undefined, modes: readonly string[], run: () => CommandOutcome) =>
    (words ?? []).map((syntax): Command => ({ syntax, modes, run }));
  return [
    ...go(enable?.words, anyExec, () => asking(enable?.asks ?? [], () => ({ mode: 'enable' }))),
    ...go(enable?.back, ['enable'], () => ({ mode: 'user' })),
    ...go(configure?.words, ['enable'], () => ({ mode: 'config', output: configure?.says ?? '' })),
    ...go(close, anyExec, () => ({ close: true })),
  ];
}

/** Asks one question after the other, and takes whatever is answered. */
function asking(questions: readonly Question[], then: () => CommandOutcome): CommandOutcome {
  const [question, ...others] = questions;
  if (!question) return then();
  const { prompt, echo = false } = question;
  return { ask: { prompt, echo, then: () => asking(others, then) } };
}
