import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { errorCode } from './error-code';

/** A process that cannot be mistaken for a later one with the same pid. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the system's own words; only equality means anything. */
  readonly processStartTime: string;
  /** The running of the machine during which it lived, where the system tells. */
  readonly bootId?: string;
}

/** Finds out about the process that has a pid now; undefined when there is none. */
export type ProcessProbe = (pid: number) => Promise<ProcessIdentity | undefined>;

/** The probe for this system. */
export const probeProcess: ProcessProbe = platform() === 'linux' ? probeProc : probePs;

/** Tells whether exactly this process still lives: same pid, same start, same boot. */
export async function isProcessAlive(
  identity: ProcessIdentity,
  probe: ProcessProbe = probeProcess,
): Promise<boolean> {
  const now = await probe(identity.pid);
  if (now === undefined) return false;
  return now.processStartTime === identity.processStartTime && now.bootId === identity.bootId;
}

/** Linux: `/proc` tells the start in clock ticks since boot. A zombie holds nothing and counts as dead. */
export async function probeProc(pid: number): Promise<ProcessIdentity | undefined> {
  const stat = await readIfThere(`/proc/${pid}/stat`);
  // The command's name may hold anything, so fields are counted after its closing parenthesis: state is the third.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields?.[0];
  const processStartTime = fields?.[19];
  if (state === undefined || processStartTime === undefined || /[ZX]/i.test(state)) return undefined;
  const bootId = await readIfThere('/proc/sys/kernel/random/boot_id');
  return { pid, processStartTime, ...(bootId === undefined ? {} : { bootId: bootId.trim() }) };
}

/** Other systems: `ps` tells the start to the second. */
export function probePs(pid: number): Promise<ProcessIdentity | undefined> {
  const options = { env: { LC_ALL: 'C', TZ: 'UTC0' } };
  return new Promise((resolve, reject) => {
    execFile('/bin/ps', ['-o', 'stat=,lstart=', '-p', String(pid)], options, (error, stdout) => {
      const line = stdout.trim();
      // Without such a process ps says nothing and fails; any other failure must not pass for a death.
      if (line === '' && error !== null && error.code !== 1) {
        return reject(new Error(`ps could not be asked about process ${pid}`, { cause: error }));
      }
      const [state = '', ...started] = line.split(/\s+/);
      const dead = started.length === 0 || state.startsWith('Z');
      resolve(dead ? undefined : { pid, processStartTime: started.join(' ') });
    });
  });
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    // ESRCH: the process went away between opening and reading.
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}
