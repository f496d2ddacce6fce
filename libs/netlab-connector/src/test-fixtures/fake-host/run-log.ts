import { join } from 'node:path';
import type { FakeRun } from './fake-host';
import { parseAll, readIfThere } from './host-files';

type Entry =
  | ({ readonly event: 'start'; readonly run: string } & Omit<FakeRun, 'exitCode'>)
  | { readonly event: 'end'; readonly run: string; readonly exitCode: number }
  | { readonly event: 'stage'; readonly run: string; readonly stage: string };

/** What the programs of a host wrote down about themselves. */
export class RunLog {
  constructor(private readonly state: string) {}

  async runs(): Promise<FakeRun[]> {
    const entries = await this.entries();
    const ends = new Map(
      entries.flatMap((entry) => (entry.event === 'end' ? [[entry.run, entry.exitCode]] : [])),
    );
    return entries.flatMap((entry) => {
      if (entry.event !== 'start') return [];
      const { pid, program, args, cwd, environment, startedAt, internal, alive, run } = entry;
      return [{ pid, program, args, cwd, environment, startedAt, internal, alive, exitCode: ends.get(run) }];
    });
  }

  async timesReached(stage: string): Promise<number> {
    return (await this.entries()).filter((entry) => entry.event === 'stage' && entry.stage === stage).length;
  }

  private async entries(): Promise<Entry[]> {
    const text = await readIfThere(join(this.state, 'runs.jsonl'));
    return parseAll<Entry>(text.split('\n').filter((line) => line !== ''));
  }
}
