import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  /** `Z` for a zombie. */
  readonly state: string;
}

/** Pids of the living children of a process. */
export async function childrenOf(pid: number): Promise<readonly number[]> {
  return (await processes()).flatMap((row) =>
    row.parent === pid && !row.state.startsWith('Z') ? [row.pid] : [],
  );
}

/** Whether a process lives (a zombie does not). */
export async function lives(pid: number): Promise<boolean> {
  return (await processes()).some((row) => row.pid === pid && !row.state.startsWith('Z'));
}

/** The TCP ports on which a process itself listens, ascending; empty where there is no /proc. */
export async function listeningPorts(pid: number): Promise<readonly number[]> {
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const links = await Promise.all(
    descriptors.map((each) => readlink(`/proc/${pid}/fd/${each}`).catch(() => '')),
  );
  const sockets = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((table) => readFile(`/proc/net/${table}`, 'utf8').catch(() => '')),
  );
  const ports = tables
    .flatMap((table) => table.trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    // Columns of /proc/net/tcp: 1 is the local address, 3 the state (0A is LISTEN), 9 the inode.
    .filter((columns) => columns[3] === '0A' && sockets.has(columns[9] ?? ''))
    .map((columns) => Number.parseInt(columns[1]?.split(':')[1] ?? '', 16));
  return ports.sort((a, b) => a - b);
}

// Small containers have /proc but no ps, macOS has ps but no /proc.
async function processes(): Promise<readonly ProcessRow[]> {
  const entries = await readdir('/proc').catch(() => []);
  const pids = entries.filter((name) => /^\d+$/.test(name)).map(Number);
  if (pids.length === 0) return listedByPs();
  const rows = await Promise.all(pids.map(rowOf));
  return rows.flatMap((row) => (row === undefined ? [] : [row]));
}

async function rowOf(pid: number): Promise<ProcessRow | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name, in parentheses, may itself contain blanks and parentheses.
  const [state, parent] = text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? [];
  return state === undefined || parent === undefined ? undefined : { pid, state, parent: Number(parent) };
}

async function listedByPs(): Promise<readonly ProcessRow[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,stat=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, state = ''] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), state };
    });
}
