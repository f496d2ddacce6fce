import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Starts the program of a private lab server; the one place of this package that starts processes. The server ends when
 * its standard input does, so it goes with this process however that dies.
 */
export function launchPrivateServer(program: string, environment: NodeJS.ProcessEnv): ChildProcess {
  const options = [
    '--ephemeral',
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--backend',
    'fakenos',
    '--log-format',
    'json',
  ];
  return spawn(process.execPath, [program, ...options], {
    // Not in this process's group: a Ctrl-C is for the runner, and a group that is killed leaves the server time to clear up.
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environment,
  });
}
