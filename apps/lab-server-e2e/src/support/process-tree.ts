import { readdir, readFile } from 'node:fs/promises';

/** Pids of the living children of a process, from /proc; an empty list where there is no /proc. */
export async function childrenOf(pid: number): Promise<readonly number[]> {
  const entries = await readdir('/proc').catch(() => []);
  const pids = entries.filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(pids.map(async (each) => [each, await parentOf(each)] as const));
  return parents.flatMap(([each, parent]) => (parent === pid ? [each] : []));
}

/** Whether a process lives (a zombie does not). */
export async function lives(pid: number): Promise<boolean> {
  const status = await statOf(pid);
  return status !== undefined && status.state !== 'Z';
}

async function parentOf(pid: number): Promise<number | undefined> {
  const status = await statOf(pid);
  return status === undefined || status.state === 'Z' ? undefined : status.parent;
}

async function statOf(pid: number): Promise<{ readonly state: string; readonly parent: number } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name, in parentheses, may itself contain blanks and parentheses.
  const [state, parent] = text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? [];
  return state === undefined || parent === undefined ? undefined : { state, parent: Number(parent) };
}
