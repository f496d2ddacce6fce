import type { ConfigTree } from './config-tree';
import { block } from './config-tree';

/** What two configurations do not have in common, each part in the sections it is in. */
export interface ChangedPart {
  readonly before: ConfigTree;
  readonly after: ConfigTree;
}

/** Leaves out what the two share at the beginning and at the end of each section: little is left after a change of one line. */
export function changedPart(before: ConfigTree, after: ConfigTree): ChangedPart {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;
  const old = before.slice(first, before.length - last);
  const next = after.slice(first, after.length - last);
  const [was, is] = [old[0], next[0]];
  const isOneSection = old.length === 1 && next.length === 1 && was?.text === is?.text;
  if (!isOneSection || !was?.children || !is?.children) return { before: old, after: next };
  const inside = changedPart(was.children, is.children);
  return { before: [block(was.text, inside.before)], after: [block(is.text, inside.after)] };
}
