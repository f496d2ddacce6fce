import { type ChildProcess, spawn } from 'node:child_process';

/** Its one client may stand still in a debugger; what tells that it is gone is the pipe. */
const A_DAY_S = '86400';
const OPTIONS: readonly (readonly [string, ...string[]])[] = [
  ['--ephemeral'],
  ['--host', '127.0.0.1'],
  ['--port', '0'],
  ['--backend', 'fakenos'],
  ['--active-timeout', A_DAY_S],
  ['--log-format', 'json'],
];

/**
 * Starts the program of a private lab server; the one place of this package that starts processes. The server ends when
 * its standard input does, so it goes with this process however that dies.
 */
export function launchPrivateServer(program: string, environment: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [program, ...OPTIONS.flat()], {
    // Not in this process's group: a Ctrl-C is for the runner, and a group that is killed leaves the server time to clear up.
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environment,
  });
}
