import { cp, mkdir, mkdtemp, readdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packPackage } from '../packages/pack-package.mjs';
import { publicPackages } from '../packages/public-packages.mjs';
import { siblingClosure } from '../packages/sibling-closure.mjs';
import { npmCommand } from '../workspace/npm-command.mjs';
import { quietEnv } from '../workspace/quiet-env.mjs';
import { runCommand } from '../workspace/run-command.mjs';
import { workspaceRoot } from '../workspace/workspace-root.mjs';

/**
 * Puts the built server into an empty folder, as it runs on a lab host: the files that its packages publish, and what
 * they depend on in the versions of package-lock.json, without anything that is for development only.
 *
 *   node tools/container/assemble-server.mjs FOLDER
 *
 * Then `FOLDER/apps/lab-server/bin/lab-server.js` starts it and `FOLDER/probe.mjs` asks it how it is.
 */
const SERVER = '@remote-lab/lab-server';
const folder = process.argv[2] === undefined ? undefined : path.resolve(process.argv[2]);

if (folder === undefined) {
  console.error('usage: node tools/container/assemble-server.mjs FOLDER');
  process.exitCode = 2;
} else if ((await readdir(folder).catch(() => [])).length > 0) {
  console.error(`${folder} is not empty; name a folder that does not exist yet`);
  process.exitCode = 2;
} else {
  await assemble(folder);
}

async function assemble(target) {
  await mkdir(target, { recursive: true });
  await installDependencies(target);
  const packages = await publicPackages(workspaceRoot);
  const needed = [SERVER, ...siblingClosure(SERVER, packages)];
  for (const each of packages.filter(({ name }) => needed.includes(name))) await unpack(each, target);
  await cp(path.join(workspaceRoot, 'apps/lab-server/deploy/probe.mjs'), path.join(target, 'probe.mjs'));
  await cp(path.join(workspaceRoot, 'LICENSE'), path.join(target, 'LICENSE'));
}

/** With the manifests of the whole workspace, without which the lock file cannot be trusted. */
async function installDependencies(target) {
  for (const file of ['package.json', 'package-lock.json', ...(await manifests())]) {
    await cp(path.join(workspaceRoot, file), path.join(target, file));
  }
  const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', `--workspace=${SERVER}`];
  const npm = npmCommand();
  await mustRun(npm.command, [...npm.args, 'ci', ...flags], target);
  // The packages themselves follow, into folders that may hold dependencies of their own already.
  for (const file of ['package.json', 'package-lock.json', ...(await manifests())]) {
    await rm(path.join(target, file));
    await rmdir(path.dirname(path.join(target, file))).catch(stillInUse);
  }
}

function stillInUse(error) {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

async function manifests() {
  const found = [];
  for (const parent of ['libs', 'apps']) {
    for (const name of await readdir(path.join(workspaceRoot, parent)))
      found.push(`${parent}/${name}/package.json`);
  }
  return found;
}

async function unpack(each, target) {
  const scratch = await mkdtemp(path.join(tmpdir(), 'assemble-server-'));
  try {
    const { tarball } = await packPackage(each, scratch);
    const home = path.join(target, path.relative(workspaceRoot, each.folder));
    await mkdir(home, { recursive: true });
    await mustRun('tar', ['-xzf', tarball, '-C', home, '--strip-components=1', '--no-same-owner'], target);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function mustRun(command, args, cwd) {
  const result = await runCommand(command, args, { cwd, env: quietEnv(), capture: true });
  if (!result.ok) throw new Error(`${command} ${args.join(' ')} failed:\n${result.output}`);
}
