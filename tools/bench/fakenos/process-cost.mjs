import { readFile } from 'node:fs/promises';

const TICKS_PER_SECOND = 100;

/** Resident memory of a process in MB; NaN where there is no /proc. */
export async function residentMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}

/** How much of a core a process uses while something else happens: 1 is all of one. */
export async function processorShare(pid, meanwhile) {
  const [begun, before] = [performance.now(), await ticks(pid)];
  await meanwhile();
  return ((await ticks(pid)) - before) / TICKS_PER_SECOND / ((performance.now() - begun) / 1_000);
}

async function ticks(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
