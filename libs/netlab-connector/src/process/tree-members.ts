import { nameOf, type ProcessRow } from './process-table';

/** What is known of a tree of processes: its first one, and all that were ever seen to belong to it. */
export interface KnownTree {
  /** The first process's id, which is also its group and session; absent when only the marker is known. */
  readonly root?: number;
  /** Names of members, as {@link nameOf} gives them. */
  readonly seen: ReadonlySet<string>;
}

/**
 * Which of the processes belong to the tree: those that carry its marker, are in the group or session of its first
 * process, were seen to belong to it, or descend from such. A member that made itself a session of its own (`sudo`
 * with a pty does) and lost its parent is still told by marker or by having been seen.
 */
export function treeMembers(table: readonly ProcessRow[], { root, seen }: KnownTree): readonly ProcessRow[] {
  const children = new Map<number, ProcessRow[]>();
  for (const row of table) children.set(row.parent, [...(children.get(row.parent) ?? []), row]);
  const found = new Map<number, ProcessRow>();
  const pending = table.filter(
    (row) =>
      row.marked ||
      seen.has(nameOf(row)) ||
      (root !== undefined && (row.pid === root || row.group === root || row.session === root)),
  );
  for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
    if (found.has(row.pid)) continue;
    found.set(row.pid, row);
    pending.push(...(children.get(row.pid) ?? []));
  }
  return [...found.values()];
}
