import { readFile } from 'node:fs/promises';

/** What Linux says of a process at one moment. */
export interface ProcessSample {
  /** `sleeping`, `running`, … */
  readonly status: string;
  /** Processor time used so far, in milliseconds. */
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly vmsMb: number;
  readonly threads: number;
}

/** Linux counts processor time for programs in hundredths of a second, whatever its own clock does. */
const TICK_MS = 10;

const STATES: Readonly<Record<string, string>> = {
  R: 'running',
  S: 'sleeping',
  D: 'disk-sleep',
  T: 'stopped',
  t: 'tracing-stop',
  Z: 'zombie',
  X: 'dead',
  I: 'idle',
};

/** Looks at a process; undefined when there is none, and where the system has no `/proc`. */
export async function sampleProcess(pid: number): Promise<ProcessSample | undefined> {
  try {
    const [stat, status] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/status`, 'utf8'),
    ]);
    return readSample(stat, status);
  } catch {
    // It is not there, or not ours to look at: either way nothing can be said.
    return undefined;
  }
}

function readSample(stat: string, status: string): ProcessSample {
  // The command's name may hold anything, so fields are counted after its closing parenthesis: state is the third.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = '', userTicks, systemTicks] = [fields[0], fields[11], fields[12]];
  const megabytes = (key: string) => round(numberAfter(status, key) / 1024);
  return {
    status: STATES[state] ?? state,
    cpuMs: (Number(userTicks) + Number(systemTicks)) * TICK_MS,
    rssMb: megabytes('VmRSS'),
    vmsMb: megabytes('VmSize'),
    threads: numberAfter(status, 'Threads'),
  };
}

function numberAfter(status: string, key: string): number {
  return Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
