import { lock, unlock } from 'lockfile';

/** Far longer than any critical section lasts; whoever waited this long waits for a dead one. */
const PATIENCE_MS = 2_000;
const POLL_MS = 10;

/**
 * Runs `run` while holding the lock file at `path`, one process after the other. The file is empty, so nobody can tell
 * whether its holder still lives: after 2 s it is passed by, and removed afterwards. What runs inside must therefore be
 * correct without it; the lock file spares contenders the retries, it does not decide who wins.
 */
export async function withCriticalSection<T>(path: string, run: () => Promise<T>): Promise<T> {
  await enter(path);
  try {
    return await run();
  } finally {
    await new Promise<void>((resolve) => unlock(path, () => resolve()));
  }
}

function enter(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    lock(path, { wait: PATIENCE_MS, pollPeriod: POLL_MS }, (error) => {
      // Without `stale` the only way to hear EEXIST is that the patience is at its end.
      if (error === null || error === undefined || codeOf(error) === 'EEXIST') resolve();
      else reject(error);
    });
  });
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined;
}
