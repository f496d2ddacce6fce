import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Finds a way to start npm without a shell: npm is a script, and this very Node can run it. On Windows `npm` itself is
 * a batch file, which can only be started through a shell; that is the last resort there.
 *
 * @param {{ execPath: string, env: Record<string, string | undefined>, platform: string }} [host] the process to start from
 * @returns {{ command: string, args: string[] }} what to put in front of npm's own arguments
 */
export function npmCommand(host = process) {
  const besideNode = path.dirname(host.execPath);
  const candidates = [
    npmScriptThatStartedUs(host.env.npm_execpath),
    path.join(besideNode, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(besideNode, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (script !== undefined) return { command: host.execPath, args: [script] };
  if (host.platform === 'win32') return { command: 'cmd.exe', args: ['/d', '/s', '/c', 'npm.cmd'] };
  return { command: 'npm', args: [] };
}

/** npm puts its script there, but so do yarn and pnpm, and `npx` puts its own. */
function npmScriptThatStartedUs(execPath) {
  if (execPath === undefined) return undefined;
  const name = path.basename(execPath);
  if (name === 'npm-cli.js') return execPath;
  if (name === 'npx-cli.js') return path.join(path.dirname(execPath), 'npm-cli.js');
  return undefined;
}
