import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npmCommand } from '../workspace/npm-command.mjs';
import { runCommand } from '../workspace/run-command.mjs';
import { userEnv } from './user-env.mjs';

/**
 * Installs what a project's package.json asks for; packages of this workspace come from their tarballs, because what is
 * not published yet cannot be fetched.
 *
 * @param {string} folder with a package.json, which is rewritten
 * @param {Map<string, string>} tarballs by package name
 * @throws {Error} with npm's words
 */
export async function installProject(folder, tarballs) {
  const file = path.join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  for (const field of ['dependencies', 'devDependencies']) {
    for (const name of Object.keys(manifest[field] ?? {})) {
      if (tarballs.has(name)) manifest[field][name] = `file:${tarballs.get(name)}`;
    }
  }
  manifest.overrides = Object.fromEntries([...tarballs].map(([name, tarball]) => [name, `file:${tarball}`]));
  await writeFile(file, JSON.stringify(manifest, undefined, 2));

  const npm = npmCommand();
  const flags = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  const result = await runCommand(npm.command, [...npm.args, 'install', ...flags], {
    cwd: folder,
    env: userEnv(),
    capture: true,
    timeoutMs: 180_000,
  });
  if (!result.ok) throw new Error(`npm install failed:\n${result.output}`);
}
