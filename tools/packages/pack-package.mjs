import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { npmCommand } from '../workspace/npm-command.mjs';
import { quietEnv } from '../workspace/quiet-env.mjs';
import { runCommand } from '../workspace/run-command.mjs';

/**
 * Packs a package as `npm pack` in its folder does.
 *
 * @param {import('./public-packages.mjs').PublicPackage} each
 * @param {string} folder where the tarball goes
 * @returns {Promise<{ tarball: string, files: string[] }>} its absolute path, and the paths in it without `package/`
 * @throws {Error} with npm's words when it cannot be packed
 */
export async function packPackage(each, folder) {
  const npm = npmCommand();
  const args = [...npm.args, 'pack', '--ignore-scripts', '--json', `--pack-destination=${folder}`];
  const result = await runCommand(npm.command, args, { cwd: each.folder, env: quietEnv(), capture: true });
  if (!result.ok) throw new Error(`npm pack in ${each.folder} failed:\n${result.output}`);
  const [report] = Object.values(JSON.parse(result.stdout));
  return { tarball: path.join(folder, report.filename), files: report.files.map((file) => file.path) };
}

/**
 * Lists the packed files in which the path of this checkout is written down.
 *
 * @param {import('./public-packages.mjs').PublicPackage} each
 * @param {string[]} files
 * @param {string} root the checkout
 * @returns {Promise<string[]>} a sentence for each
 */
export async function pathLeaks(each, files, root) {
  const problems = [];
  for (const file of files) {
    const text = await readFile(path.join(each.folder, file), 'utf8');
    if (text.includes(root)) problems.push(`${file} contains the path of this checkout`);
  }
  return problems;
}
