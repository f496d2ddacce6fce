import type { ChildProcess } from 'node:child_process';
import spawn from 'cross-spawn';

/** What is launched. */
export interface Launch {
  /** A name that PATH resolves, or an absolute path. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The one place of this package that starts a process: without a shell, with stdin closed, so that whoever asks a
 * question gets no answer instead of waiting for one, and as leader of a session of its own, so that signals meant for
 * this process do not reach it.
 */
export function launchProcess({ program, args, cwd, environment }: Launch): ChildProcess {
  return spawn(program, [...args], {
    cwd,
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    shell: false,
    windowsHide: true,
  });
}
