import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * When this process was started, as a token that is worth comparing and nothing else; undefined when none runs (a
 * zombie does not run). The same token as the programs of the fake host write down for themselves.
 */
export async function processStart(pid: number): Promise<string | undefined> {
  try {
    if (process.platform !== 'linux') {
      const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]);
      return stdout.trim() || undefined;
    }
    const fields = (await readFile(`/proc/${pid}/stat`, 'latin1')).split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    // Whatever the reason: what cannot be seen cannot be compared, so it is no process of ours.
    return undefined;
  }
}
