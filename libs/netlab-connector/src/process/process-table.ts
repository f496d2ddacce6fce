import { open, readdir, readFile } from 'node:fs/promises';
import { mapBounded } from './map-bounded';

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

/** A process's environment, as the kernel has it; rejects when this user may not see it, or it has gone. */
export type ReadEnvironment = (pid: number) => Promise<string>;

/** Files of `/proc` that are open at a time. */
const AT_A_TIME = 32;
/** A line of `/proc/PID/stat` has 52 numbers and a name of at most 64 characters. */
const STAT_BYTES = 2048;

/**
 * Looks at every process of this machine that is alive; each look is empty where there is no `/proc`. `marker` is a
 * `NAME=value` of the environment; the environments of other users' processes cannot be read and count as unmarked. A
 * process's environment is read once, however often it is looked at.
 */
export function processTableReader(
  marker: string,
  readEnvironment: ReadEnvironment = (pid) => readFile(`/proc/${pid}/environ`, 'utf8'),
): () => Promise<readonly ProcessRow[]> {
  let known = new Map<string, boolean>();

  return async () => {
    const names = await readdir('/proc').catch(() => []);
    const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
    const before = known;
    // Anew for each look, so that those that have gone are forgotten.
    known = new Map();
    const rows = await mapBounded(pids, AT_A_TIME, async (pid) => {
      const row = parseStat(await readStat(pid).catch(() => ''), false);
      if (row === undefined) return undefined;
      const name = nameOf(row);
      const marked = before.get(name) ?? (await isMarked(pid));
      if (marked !== undefined) known.set(name, marked);
      return { ...row, marked: marked ?? false };
    });
    return rows.filter((row) => row !== undefined);
  };

  /** Undefined while that is not to be told: a process that is just becoming another program has no environment. */
  async function isMarked(pid: number): Promise<boolean | undefined> {
    const text = await readEnvironment(pid).catch(() => undefined);
    return text === '' ? undefined : (text?.split('\0').includes(marker) ?? false);
  }
}

/** Names a process for good, also after its id was given to another. */
export function nameOf({ pid, startedAt }: Pick<ProcessRow, 'pid' | 'startedAt'>): string {
  return `${pid}@${startedAt}`;
}

/** One read instead of the three calls and the growing buffer of readFile: there can be thousands. */
async function readStat(pid: number): Promise<string> {
  const file = await open(`/proc/${pid}/stat`);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(STAT_BYTES), 0, STAT_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
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
