import { NetlabError } from '../errors';
import { nameOf, type ProcessRow } from './process-table';
import { treeMembers } from './tree-members';

/** Milliseconds that each stage of an ending may take. */
export interface EndingLimits {
  /** From SIGTERM to SIGKILL: what containerlab needs to remove the containers it has begun. */
  readonly graceMs: number;
  /** From SIGKILL on; what is still there then cannot be ended. */
  readonly killMs: number;
  /** The least between two looks; looks that take longer are further apart. */
  readonly pollMs: number;
}

/** The edge that {@link endTree} acts on. */
export interface TreeDoor {
  readTable(): Promise<readonly ProcessRow[]>;
  /** Sends a signal; whoever has gone is no failure. */
  send(pids: readonly number[], signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Monotonic milliseconds. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export const ENDING_LIMITS: EndingLimits = { graceMs: 20_000, killMs: 10_000, pollMs: 40 };

/**
 * Ends a tree of processes: each gets SIGTERM, what is left after the grace SIGKILL, and so do those that appear
 * meanwhile. Resolves with how many there were once none is left. Throws NetlabError `processes_left` naming those that
 * survive SIGKILL.
 */
export async function endTree(
  door: TreeDoor,
  root: number | undefined,
  limits: EndingLimits,
): Promise<number> {
  const seen = new Set<string>();
  const told = new Set<string>();
  const begun = door.now();
  for (;;) {
    const look = door.now();
    const table = await door.readTable();
    const lookMs = door.now() - look;
    const members = treeMembers(table, root === undefined ? { seen } : { root, seen });
    if (members.length === 0) return seen.size;
    for (const member of members) seen.add(nameOf(member));
    const spent = door.now() - begun;
    if (spent > limits.graceMs + limits.killMs) throw survivors(members);
    if (spent > limits.graceMs) await door.send(pidsOf(members), 'SIGKILL');
    else {
      const news = members.filter((member) => !told.has(nameOf(member)));
      for (const member of news) told.add(nameOf(member));
      if (news.length > 0) await door.send(pidsOf(news), 'SIGTERM');
    }
    // Looking must not be all that this process does, however many processes there are.
    await door.wait(Math.max(limits.pollMs, lookMs));
  }
}

function pidsOf(members: readonly ProcessRow[]): readonly number[] {
  return members.map(({ pid }) => pid);
}

function survivors(members: readonly ProcessRow[]): NetlabError {
  const pids = pidsOf(members).join(', ');
  return new NetlabError(
    'processes_left',
    `Processes of netlab survive SIGKILL: ${pids}. Look at them with ps and end them by hand.`,
  );
}
