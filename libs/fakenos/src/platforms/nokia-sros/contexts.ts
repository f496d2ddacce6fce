import type { CommandCall, CommandOutcome } from '../../engine/platform';

type Session = CommandCall['session'];

/** The session variable with how deep the contexts were before each line that went into one: `0,2`. */
const DEPTHS = 'context-depths';

/** Remembers the context for `exit`, before another one is entered. */
export function rememberContext(session: Session): void {
  session.variables.set(DEPTHS, [...depthsOf(session), session.path.length].join(','));
}

/** Forgets them all: the configuration is left. */
export function forgetContexts({ variables }: Session): void {
  variables.delete(DEPTHS);
}

/** `exit`: back to the context before; at the root there is none. */
export function leaveContext({ session }: Pick<CommandCall, 'session'>): CommandOutcome {
  const depths = depthsOf(session);
  const depth = Math.min(depths.pop() ?? 0, Math.max(0, session.path.length - 1));
  session.variables.set(DEPTHS, depths.join(','));
  return { path: session.path.slice(0, depth) };
}

function depthsOf({ variables }: Session): number[] {
  return (variables.get(DEPTHS) ?? '')
    .split(',')
    .filter((depth) => depth !== '')
    .map(Number);
}
