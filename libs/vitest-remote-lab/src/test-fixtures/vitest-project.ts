import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const WORKSPACE = path.resolve(__dirname, '../../../..');
const VITEST = path.join(WORKSPACE, 'node_modules/vitest/vitest.mjs');

/** How one run of Vitest ended. */
export interface VitestResult {
  readonly exitCode: number | null;
  /** Standard output and error, in the order in which they came, without colours. */
  readonly output: string;
}

/** A run of Vitest that is under way. */
export interface RunningVitest {
  readonly result: Promise<VitestResult>;
  /** Resolves when the output has the pattern for the `times`th time; rejects when Vitest ends before. */
  says(pattern: RegExp, times?: number): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** What to run Vitest with. */
export interface VitestOptions {
  readonly args?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
}

/** A project that uses Vitest with the built packages of this workspace, in a folder of its own. */
export interface VitestProject extends AsyncDisposable {
  write(files: Readonly<Record<string, string>>): Promise<void>;
  start(options: VitestOptions): RunningVitest;
  run(options?: VitestOptions): Promise<VitestResult>;
}

/**
 * The text of a vitest.config.mjs. In this workspace packages are links to folders outside of node_modules, which Vitest
 * would take for sources of the project.
 */
export function vitestConfig(test: string): string {
  return `import { LabSequencer } from 'vitest-remote-lab/sequencer';
    const server = { deps: { external: [/\\/(libs|apps)\\/[^/]+\\/dist\\//] } };
    const globalSetup = 'vitest-remote-lab/global-setup';
    export default { test: { server, globalSetup, ${test} } };`;
}

/** Makes one with these files. */
export async function vitestProject(files: Readonly<Record<string, string>>): Promise<VitestProject> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'vitest-remote-lab-')));
  await symlink(path.join(WORKSPACE, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const write = async (more: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, content] of Object.entries(more)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
  };
  await write(files);
  const start = (options: VitestOptions): RunningVitest => startVitest(folder, options);
  return {
    write,
    start,
    run: (options = {}) => start(options).result,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function startVitest(cwd: string, { args = ['run'], environment = {} }: VitestOptions): RunningVitest {
  const child = spawn(process.execPath, [VITEST, ...args], {
    cwd,
    env: { ...withoutOurs(process.env), ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += stripVTControlCharacters(text);
      for (const listener of listeners) listener();
    });
  const result = once(child, 'close').then(() => ({ exitCode: child.exitCode, output }));
  const says = (pattern: RegExp, times = 1): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if ([...output.matchAll(new RegExp(pattern, 'g'))].length < times) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
      child.once('close', () => reject(new Error(`Vitest ended without saying ${pattern}:\n${output}`)));
    });
  return { result, says, kill: (signal) => void child.kill(signal) };
}

/** What the runner of these very tests was given is not meant for the one under test. */
function withoutOurs(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^(REMOTE_LAB_|JEST_|VITEST|CI$|NODE_(ENV|OPTIONS)$)/.test(name),
    ),
  );
}
