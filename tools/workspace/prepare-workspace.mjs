import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { reasonToInstall } from './install-state.mjs';
import { npmCommand } from './npm-command.mjs';
import { runCommand } from './run-command.mjs';
import { withWorkspaceLock } from './workspace-lock.mjs';
import { workspaceRoot } from './workspace-root.mjs';

const lockFile = path.join(workspaceRoot, '.nx', 'prepare.lock');

/**
 * Installs with `npm ci` when what is installed is not what the lock file says, then builds what has changed.
 * Two at once take turns. Progress goes to stderr, so that stdout belongs to the command after it.
 *
 * @returns {Promise<number>} the exit code of what failed, else 0
 */
export function prepareWorkspace() {
  const onWait = (pid) => say(`waiting for process ${pid}, which is preparing this workspace`);
  return withWorkspaceLock(lockFile, async () => (await install()) || (await build()), { onWait });
}

async function install() {
  const reason = reasonToInstall(
    await readFile(path.join(workspaceRoot, 'package-lock.json'), 'utf8'),
    await readFile(path.join(workspaceRoot, 'node_modules', '.package-lock.json'), 'utf8').catch(
      () => undefined,
    ),
  );
  if (reason === undefined) return 0;
  const npm = npmCommand();
  // Tools are needed even with NODE_ENV=production. No dependency needs its install script, whatever npm's version.
  const flags = ['--include=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  return timed(`installing (${reason})`, () => runCommand(npm.command, [...npm.args, 'ci', ...flags]));
}

async function build() {
  const tsc = path.join(workspaceRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const compile = () => runCommand(process.execPath, [tsc, '-b']);
  const neverBuilt = !existsSync(path.join(workspaceRoot, 'libs', 'protocol', 'dist'));
  return neverBuilt ? timed('building', compile) : (await compile()).code;
}

async function timed(what, run) {
  const start = performance.now();
  say(`${what} …`);
  const { code } = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(code === 0 ? `done in ${seconds} s` : `failed after ${seconds} s, exit code ${code}; see above`);
  return code;
}

function say(line) {
  console.error(`remote-lab: ${line}`);
}
