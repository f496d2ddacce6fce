import { spawn } from 'node:child_process';
import { workspaceRoot } from './workspace-root.mjs';

/** @typedef {{ ok: boolean, code: number, timedOut: boolean, stdout: string, output: string }} CommandResult */

/**
 * Runs a command in the workspace, without stdin and without a shell, and waits for its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, capture?: boolean, timeoutMs?: number }} [options]
 *   `capture` collects stdout, and both streams as `output`, instead of passing them on; after `timeoutMs` the command is
 *   killed with everything it started
 * @returns {Promise<CommandResult>} also for a command that fails or cannot be started (`code` 127); it never rejects
 */
export function runCommand(
  command,
  args,
  { cwd = workspaceRoot, env = process.env, capture, timeoutMs } = {},
) {
  const ownGroup = timeoutMs !== undefined && process.platform !== 'win32';
  const stdio = capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
  const child = spawn(command, args, { cwd, env, stdio, detached: ownGroup });
  const kill = () => (ownGroup ? killGroup(child.pid) : child.kill('SIGKILL'));

  return new Promise((resolve) => {
    let stdout = '';
    let output = '';
    let timedOut = false;
    const timer = setTimeout(
      () => {
        timedOut = true;
        kill();
      },
      timeoutMs ?? 2 ** 31 - 1,
    );
    const stopped = ownGroup ? killWithUs(kill) : () => {};
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    const finish = (code, words) => {
      clearTimeout(timer);
      stopped();
      resolve({ ok: code === 0 && !timedOut, code, timedOut, stdout, output: output + words });
    };
    child.once('error', (error) => {
      if (!capture) console.error(error.message);
      finish(127, error.message);
    });
    child.once('close', (code) => finish(code ?? 1, ''));
  });
}

/** A group of its own does not get the terminal's Ctrl-C; so it is handed on. */
function killWithUs(kill) {
  const interrupted = (signal) => {
    kill();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  return () => {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  };
}

function killGroup(pid) {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
