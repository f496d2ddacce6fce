import { candidateOf } from '../../configuration/candidate';
import type { TreeChange } from '../../configuration/diff-trees';
import { diffTrees } from '../../configuration/diff-trees';
import type { CommandCall } from '../../engine/platform';
import { typedLines, signedLines } from './change-lines';
import { framed } from './print-configuration';
import { stamped } from './time-stamp';

/** What a commit would change. */
export function pendingChanges(call: CommandCall): readonly TreeChange[] {
  return diffTrees(call.device.configuration?.running ?? [], candidateOf(call));
}

/** `show configuration`: the changes as somebody would type them. */
export function showPending(call: CommandCall): string {
  return stamped(call.device, framed(typedLines(pendingChanges(call))));
}

/** `show configuration merge`: the whole configuration as it would be. */
export function showMerged(call: CommandCall): string {
  return stamped(call.device, framed(typedLines(diffTrees([], candidateOf(call)))));
}

/** `show commit changes diff`. */
export function showDiff(call: CommandCall): string {
  return stamped(call.device, framed(signedLines(pendingChanges(call))));
}
