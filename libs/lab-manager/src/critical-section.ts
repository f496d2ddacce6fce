import type * as Lockfile from 'lockfile';
import { errorCode } from './error-code';

/** Far longer than any critical section lasts; whoever waited this long waits for a dead one. */
const PATIENCE_MS = 1_000;
const POLL_MS = 10;

/**
 * Runs `run` while holding the lock file at `path`, one process after the other. The file is empty, so nobody can tell
 * whether its holder still lives: after a second it is passed by, and removed afterwards. What runs inside must therefore be
 * correct without it; the lock file spares contenders the retries, it does not decide who wins.
 */
export async function withCriticalSection<T>(path: string, run: () => Promise<T>): Promise<T> {
  // Loaded when needed: merely importing it installs exit handlers, which a library must not do unasked.
  const lockfile = await import('lockfile');
  await enter(lockfile, path);
  try {
    return await run();
  } finally {
    await new Promise<void>((resolve) => lockfile.unlock(path, () => resolve()));
  }
}

function enter(lockfile: typeof Lockfile, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    lockfile.lock(path, { wait: PATIENCE_MS, pollPeriod: POLL_MS }, (error) => {
      // Without `stale` the only way to hear EEXIST is that the patience is at its end.
      if (error === null || error === undefined || errorCode(error) === 'EEXIST') resolve();
      else reject(error);
    });
  });
}
