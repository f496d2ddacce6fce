import type { NetlabRunner } from '../netlab-runner';
import type { NetlabCall, NetlabResult } from '../run-netlab';

/** How a command ended whose failure is to be understood. */
export interface WatchedResult extends NetlabResult {
  /** The lines of stderr, where netlab says what is wrong. */
  readonly lines: readonly string[];
}

/** Lines that are looked at; a topology can bring netlab to write any number of them. */
const MAX_LINES = 1000;

/** Runs a command of netlab whose failure is an answer, and keeps what it says is wrong. */
export async function runWatched(
  runner: NetlabRunner,
  args: readonly string[],
  call: NetlabCall,
): Promise<WatchedResult> {
  const lines: string[] = [];
  const result = await runner.run(args, {
    ...call,
    expectedFailure: true,
    onLine(line, stream) {
      call.onLine?.(line, stream);
      if (stream === 'stderr' && lines.length < MAX_LINES) lines.push(line);
    },
  });
  return { ...result, lines };
}
