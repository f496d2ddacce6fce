import { readFile, readdir } from 'node:fs/promises';

/** One process as the kernel lists it. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Clock ticks after the boot: with the pid it names a process for good. */
  readonly startedAt: string;
  /** Of its environment, whether it carries the marker that was asked for. */
  readonly marked: boolean;
}

/**
 * Every process of this machine that is alive; empty where there is no `/proc`. `marker` is a `NAME=value` of the
 * environment; the environments of other users' processes cannot be read and count as unmarked.
 */
export async function readProcessTable(marker: string): Promise<readonly ProcessRow[]> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name));
  const rows = await Promise.all(pids.map((pid) => readRow(Number(pid), marker)));
  return rows.filter((row) => row !== undefined);
}

async function readRow(pid: number, marker: string): Promise<ProcessRow | undefined> {
  const [stat, environment] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
    readFile(`/proc/${pid}/environ`, 'utf8').catch(() => ''),
  ]);
  return parseStat(stat, environment.split('\0').includes(marker));
}

/** A line of `/proc/PID/stat`; undefined for one that has gone or is a zombie. See proc(5). */
export function parseStat(stat: string, marked: boolean): ProcessRow | undefined {
  // The name is in parentheses and may contain any character, parentheses too.
  const end = stat.lastIndexOf(')');
  const [state, parent, group, session, ...rest] = stat.slice(end + 2).split(' ');
  const startedAt = rest[15];
  const pid = Number.parseInt(stat, 10);
  if (end < 0 || startedAt === undefined || state === 'Z' || state === 'X') return undefined;
  return { pid, parent: Number(parent), group: Number(group), session: Number(session), startedAt, marked };
}
