import { access } from 'node:fs/promises';
import type { ReclaimReport } from '@remote-lab/lab-manager';
import { messageOf } from '../errors';
import { forgetFolders, readStatusFile } from '../lab-folder/status-file';
import { describeForeignLab, type ForeignLab } from './foreign-labs';
import type { LabHost } from './lab-host';

/**
 * Tears down labs that this server did not start, which the operator asked for: with netlab in their folders, else by
 * removing their containers and netlab's note of them. Their folders stay.
 */
export async function reclaimForeign(
  labs: readonly ForeignLab[],
  tools: LabHost,
  onOutput: (line: string) => void,
): Promise<ReclaimReport> {
  const reclaimed: string[] = [];
  const foreign: string[] = [];
  for (const lab of labs) {
    const trouble = await tearDown(lab, tools, onOutput);
    if (trouble === undefined)
      reclaimed.push(`the lab in ${lab.dir} that this server did not start, torn down`);
    else foreign.push(`${describeForeignLab(lab)} It could not be reclaimed: ${trouble}`);
  }
  return { reclaimed, foreign };
}

async function tearDown(
  { dir }: ForeignLab,
  { runner, engine, statusFile, downTimeoutMs }: LabHost,
  onOutput: (line: string) => void,
): Promise<string | undefined> {
  const timeout = downTimeoutMs === undefined ? {} : { timeoutMs: downTimeoutMs };
  try {
    if (await exists(dir)) {
      const call = { cwd: dir, onLine: onOutput, expectedFailure: true, ...timeout };
      await runner.run(['down', '--cleanup', '--force'], call);
    }
    const ofThis = (await engine.list()).filter(({ topologyFile }) => topologyFile.startsWith(`${dir}/`));
    await engine.remove(ofThis);
    await forgetFolders(statusFile, (each) => each === dir);
    const left = (await engine.list()).filter(({ topologyFile }) => topologyFile.startsWith(`${dir}/`));
    const isNoted = (await readStatusFile(statusFile)).some((entry) => entry.dir === dir);
    if (left.length === 0 && !isNoted) return undefined;
    return `containers left: ${left.map(({ name }) => name).join(', ') || 'none'}`;
  } catch (error) {
    return messageOf(error);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
