import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import path from 'node:path';

/** Exported by this package as built JavaScript only: a child process runs no TypeScript, also when its parent does. */
const PROGRAM = '@remote-lab/client/watchdog-process';
/** Settings of Node.js that decide how a server is found and trusted; all the others are about this process. */
const NETWORK_FLAG = /^--(?:use-(?:openssl|bundled|system)-ca|use-env-proxy|dns-result-order=|tls-|openssl-)/;
/** It has little to do, and one of it runs beside every client. */
const SMALL = ['--max-old-space-size=32', '--max-semi-space-size=1', '--v8-pool-size=0'];
/** The session and the token are told by standard input only; coverage of the watchdog is nobody's. */
const NOT_INHERITED = /^(?:REMOTE_LAB_|NODE_OPTIONS$|NODE_V8_COVERAGE$)/i;

/**
 * Starts the watchdog's program, in a process group and session of its own, which a signal to this group does not reach. It
 * has its standard input and nothing else of this process, and does not keep it alive.
 * @throws when the program cannot be found, or no process can be started
 */
export function launchWatchdog(): ChildProcess {
  const flags = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(/\s+/)];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name)));
  const child = spawn(
    process.execPath,
    [...SMALL, ...flags.filter((flag) => NETWORK_FLAG.test(flag)), require.resolve(PROGRAM)],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      windowsHide: true,
      // Holds no folder that somebody may want to remove.
      cwd: path.parse(process.execPath).root,
      env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    },
  );
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return child;
}
