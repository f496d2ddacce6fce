import type { CommandCall } from '../engine/platform';
import type { ConfigTree } from './config-tree';
import type { ConfigEdit } from './device-configuration';

/** Who edits what: a command's device and session. */
export type Editing = Pick<CommandCall, 'device' | 'session'>;

/** The running configuration with the session's own changes; nothing on a device that keeps no configuration. */
export function candidateOf({ device, session }: Editing): ConfigTree {
  return applyEdits(session.edits)(device.configuration?.running ?? []);
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
  device.configuration?.commit(applyEdits(session.edits), by);
  session.edits.length = 0;
  return true;
}
