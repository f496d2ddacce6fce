import path from 'node:path';
import { checkTypes, installConsumer, loadModule, resolveFile, runBin } from './consumer.mjs';
import { entryPoints, specifier } from './entry-points.mjs';
import { fileProblems } from './file-problems.mjs';
import { manifestProblems } from './manifest-problems.mjs';
import { pathLeaks } from './pack-package.mjs';
import { siblingClosure } from './sibling-closure.mjs';

/** @typedef {{ name: string, problem: string | undefined }} CheckResult */

/**
 * Checks one packed package: what is in it, then what a consumer gets who installs nothing else.
 *
 * @param {import('./public-packages.mjs').PublicPackage} each
 * @param {{ packages: import('./public-packages.mjs').PublicPackage[], packs: Map<string, { tarball: string,
 *   files: string[] }>, folder: string, root: string, tools: Record<string, string> }} context all packages with their
 *   tarballs, a folder for consumers, the checkout, and what a consumer has of its own
 * @returns {AsyncGenerator<CheckResult>}
 */
export async function* checkPackage(each, { packages, packs, folder, root, tools }) {
  const { name, manifest } = each;
  const { tarball, files } = packs.get(name);
  const sentences = (problems) => (problems.length === 0 ? undefined : problems.join('\n'));
  const outcome = (result) => (result.ok ? undefined : result.output.trim() || `exit code ${result.code}`);

  yield { name: `${name}: files`, problem: sentences(fileProblems(files)) };
  yield { name: `${name}: manifest`, problem: sentences(manifestProblems(manifest, files)) };
  yield { name: `${name}: no path of this machine`, problem: sentences(await pathLeaks(each, files, root)) };

  const home = path.join(folder, name.replace('/', '-'));
  const siblings = siblingClosure(name, packages).map((sibling) => [sibling, packs.get(sibling).tarball]);
  const installed = await installConsumer(home, tarball, Object.fromEntries(siblings), tools);
  yield { name: `${name}: install`, problem: outcome(installed) };
  if (!installed.ok) return;

  const { modules, files: plainFiles } = entryPoints(manifest);
  for (const module of modules.map((subpath) => specifier(name, subpath))) {
    yield { name: `${module}: require`, problem: outcome(await loadModule(home, 'require', module)) };
    yield { name: `${module}: import`, problem: outcome(await loadModule(home, 'import', module)) };
  }
  for (const file of plainFiles.map((subpath) => specifier(name, subpath))) {
    yield { name: `${file}: resolve`, problem: outcome(await resolveFile(home, file)) };
  }
  for (const command of Object.keys(manifest.bin ?? {})) {
    yield { name: `${name}: ${command} --version`, problem: outcome(await runBin(home, command)) };
  }
  yield { name: `${name}: types`, problem: outcome(await checkTypes(home, name, modules)) };
}
