import type { CommandCall } from '../engine/platform';
import type { ConfigTree } from './config-tree';
import type { ConfigEdit } from './device-configuration';

/** Who edits what: a command's device and session. */
export type Editing = Pick<CommandCall, 'device' | 'session'>;

/** The changes of a list that have been made already, and what came of them. */
interface Progress {
  readonly running: ConfigTree;
  readonly count: number;
  readonly last: ConfigEdit | undefined;
  readonly candidate: ConfigTree;
}

const NOTHING: ConfigTree = [];
const progressOf = new WeakMap<readonly ConfigEdit[], Progress>();

/** The running configuration with the session's own changes; nothing on a device that keeps no configuration. */
export function candidateOf({ device, session: { edits } }: Editing): ConfigTree {
  const running = device.configuration?.running ?? NOTHING;
  const before = progressOf.get(edits);
  // Whoever pastes a thousand lines asks after each of them: only the new ones are applied.
  const goesOn = before?.running === running && edits[before.count - 1] === before.last;
  const { count, candidate } = goesOn ? before : { count: 0, candidate: running };
  const next = applyEdits(edits.slice(count))(candidate);
  progressOf.set(edits, { running, count: edits.length, last: edits.at(-1), candidate: next });
  return next;
}

/** Several changes as one. The list is read now: what is pushed later is not part of it. */
export function applyEdits(edits: readonly ConfigEdit[]): ConfigEdit {
  const taken = [...edits];
  return (tree) => taken.reduce((changed, edit) => edit(changed), tree);
}

/** Makes the session's changes everybody's, and forgets them; false when there are none. */
export function commitCandidate(
  { device, session }: Editing,
  comment?: string,
  confirmWithinMs?: number,
): boolean {
  if (session.edits.length === 0) return false;
  const by = {
    username: session.username,
    ...(comment !== undefined && { comment }),
    ...(confirmWithinMs !== undefined && { confirmWithinMs }),
  };
  const running = device.configuration?.running;
  const candidate = candidateOf({ device, session });
  const edit = applyEdits(session.edits);
  device.configuration?.commit((tree) => (tree === running ? candidate : edit(tree)), by);
  session.edits.length = 0;
  return true;
}
