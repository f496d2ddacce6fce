import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npmCommand } from '../workspace/npm-command.mjs';
import { quietEnv } from '../workspace/quiet-env.mjs';
import { runCommand } from '../workspace/run-command.mjs';
import { workspaceRoot } from '../workspace/workspace-root.mjs';
import { specifier } from './entry-points.mjs';

/**
 * Installs a tarball in an empty folder, as a consumer does. Siblings it needs come from their tarballs, because what
 * is not published yet cannot be fetched; everything else comes from npm's cache or the registry.
 *
 * @param {string} folder which does not exist yet
 * @param {string} tarball
 * @param {Record<string, string>} siblings tarballs by package name
 * @param {Record<string, string>} tools what the consumer has of its own, such as `@types/node`
 * @returns {Promise<import('../workspace/run-command.mjs').CommandResult>}
 */
export async function installConsumer(folder, tarball, siblings, tools) {
  const overrides = Object.fromEntries(
    Object.entries(siblings).map(([name, file]) => [name, `file:${file}`]),
  );
  await mkdir(folder, { recursive: true });
  await writeJson(path.join(folder, 'package.json'), {
    name: 'consumer',
    private: true,
    devDependencies: tools,
    overrides,
  });
  const npm = npmCommand();
  const flags = ['--ignore-scripts', '--prefer-offline', '--install-links', '--no-audit', '--no-fund'];
  const args = [...npm.args, 'install', ...flags, tarball];
  return runCommand(npm.command, args, {
    cwd: folder,
    env: consumerEnv(),
    capture: true,
    timeoutMs: 120_000,
  });
}

/**
 * Loads a module with plain Node, once with `require` and once with `import`.
 *
 * @param {string} folder
 * @param {'require' | 'import'} way
 * @param {string} module
 */
export function loadModule(folder, way, module) {
  const name = JSON.stringify(module);
  const load = way === 'require' ? `const loaded = require(${name});` : `import * as loaded from ${name};`;
  const script = `${load} if (Object.keys(loaded).length === 0) throw new Error('it exports nothing');`;
  const type = way === 'require' ? 'commonjs' : 'module';
  return runNode(folder, [`--input-type=${type}`, '-e', script]);
}

/** Finds the file behind a subpath, without running it. */
export function resolveFile(folder, module) {
  const script = `require('node:fs').accessSync(require.resolve(${JSON.stringify(module)}));`;
  return runNode(folder, ['-e', script]);
}

/** Starts a command of the package with `--version`. */
export function runBin(folder, command) {
  return runNode(folder, [path.join(folder, 'node_modules', '.bin', command), '--version']);
}

/**
 * Type-checks a CommonJS and an ES module that use the types of all modules of the package; fails when one has none.
 *
 * @param {string} folder
 * @param {string} name
 * @param {string[]} subpaths
 */
export async function checkTypes(folder, name, subpaths) {
  const lines = subpaths.flatMap((subpath, index) => [
    `import * as module${index} from ${JSON.stringify(specifier(name, subpath))};`,
    `export const typed${index}: IsAny<typeof module${index}> = false;`,
  ]);
  const source = ['type IsAny<T> = 0 extends 1 & T ? true : false;', ...lines, ''].join('\n');
  await writeFile(path.join(folder, 'from-commonjs.cts'), source);
  await writeFile(path.join(folder, 'from-esm.mts'), source);
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2023', 'esnext.disposable'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
  };
  await writeJson(path.join(folder, 'tsconfig.json'), {
    compilerOptions,
    files: ['from-commonjs.cts', 'from-esm.mts'],
  });
  const tsc = path.join(workspaceRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const result = await runNode(folder, [tsc, '-p', '.', '--pretty', 'false']);
  const ours = result.output
    .split('\n')
    .filter((line) => /^(from-|node_modules\/(@remote-lab|jest-remote-lab)\/|error)/.test(line));
  return { ...result, ok: result.ok || (ours.length === 0 && !result.timedOut), output: ours.join('\n') };
}

function runNode(folder, args) {
  const options = { cwd: folder, env: consumerEnv(), capture: true, timeoutMs: 60_000 };
  return runCommand(process.execPath, args, options);
}

/** Settings of the `npm run` that started us, such as its workspaces, are none of the consumer's. */
function consumerEnv() {
  const env = Object.entries(quietEnv()).filter(
    ([name]) => !/^npm_(package|lifecycle|config_(local_)?prefix)/.test(name),
  );
  return { ...Object.fromEntries(env), NODE_ENV: '', NODE_OPTIONS: '' };
}

function writeJson(file, value) {
  return writeFile(file, JSON.stringify(value, undefined, 2));
}
