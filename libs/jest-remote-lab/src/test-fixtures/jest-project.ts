import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const WORKSPACE = path.resolve(__dirname, '../../../..');
const JEST = path.join(WORKSPACE, 'node_modules/jest/bin/jest.js');

/** How one run of Jest ended. */
export interface JestResult {
  readonly exitCode: number | null;
  /** Standard output and error, in the order in which they came. */
  readonly output: string;
}

/** A run of Jest that is under way. */
export interface RunningJest {
  readonly child: ChildProcess;
  readonly result: Promise<JestResult>;
  /** Resolves when the output has the pattern for the `times`th time; rejects when Jest ends before. */
  says(pattern: RegExp, times?: number): Promise<void>;
}

/** A project that uses Jest with the built packages of this workspace, in a folder of its own. */
export interface JestProject extends AsyncDisposable {
  readonly path: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  start(options: JestOptions): RunningJest;
  run(options?: JestOptions): Promise<JestResult>;
}

/** What to run Jest with. */
export interface JestOptions {
  readonly args?: readonly string[];
  readonly nodeArgs?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
}

/** Makes one with these files; those of tests are plain JavaScript. */
export async function jestProject(files: Readonly<Record<string, string>>): Promise<JestProject> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'jest-remote-lab-')));
  await symlink(path.join(WORKSPACE, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const write = async (more: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, content] of Object.entries(more)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
  };
  await write(files);
  const start = (options: JestOptions): RunningJest => startJest(folder, options);
  return {
    path: folder,
    write,
    start,
    run: (options = {}) => start(options).result,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function startJest(cwd: string, { args = [], nodeArgs = [], environment = {} }: JestOptions): RunningJest {
  const child = spawn(process.execPath, [...nodeArgs, JEST, '--no-cache', ...args], {
    cwd,
    env: { ...withoutOurs(process.env), CI: '1', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
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
      child.once('close', () => reject(new Error(`Jest ended without saying ${pattern}:\n${output}`)));
    });
  return { child, result, says };
}

/** What the runner of these very tests was given is not meant for the one under test. */
function withoutOurs(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(REMOTE_LAB_|JEST_|NODE_OPTIONS$)/.test(name)),
  );
}
