import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FakeProcess } from './fake-host';
import { hasCode, readJsonFolder } from './host-files';
import { processStart } from './process-start';

type Recorded = FakeProcess & { readonly start: string };

/** Every process of the host that still is the one which was written down, and no later one with its pid. */
export async function livingProcesses(state: string): Promise<FakeProcess[]> {
  const recorded = await readJsonFolder<Recorded>(join(state, 'processes'));
  const starts = await Promise.all(recorded.map(({ pid }) => processStart(pid)));
  return recorded
    .filter(({ start }, index) => starts[index] === start)
    .map(({ pid, program, args }) => ({ pid, program, args }));
}

/** Kills every process of the host; resolves once none is left that could start another. */
export async function endProcesses(state: string): Promise<void> {
  for (;;) {
    const living = await livingProcesses(state);
    if (living.length === 0) return;
    for (const { pid } of living) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        if (!hasCode(error, 'ESRCH')) throw error;
      }
    }
    await pause(5);
  }
}
