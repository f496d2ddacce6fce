import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** As a user has it: built, and loaded by name. */
const PACKAGE = path.resolve(__dirname, '..', '..');
const HEAD = `
const { RemoteLabClient } = require('@remote-lab/client');
const say = (word) => require('node:fs').writeSync(1, word + '\\n');
const sayWatchdog = (client) => say('watchdog ' + (client.session.watchdog?.pid ?? 'none'));
`;

/** A script of a user, in a process and a process group of its own. */
export class ScriptProcess implements AsyncDisposable {
  /** What it has printed. */
  readonly lines: string[] = [];
  readonly errors: string[] = [];
  private readonly exit: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.exit = once(child, 'close');
    if (child.stdout) createInterface(child.stdout).on('line', (line) => this.lines.push(line));
    child.stderr?.on('data', (chunk) => this.errors.push(String(chunk)));
  }

  /** Runs the lines as an async function, with `RemoteLabClient` and `say` to print a line at once. */
  static start(body: string, environment: NodeJS.ProcessEnv = {}): ScriptProcess {
    const script = `${HEAD}(async () => {${body}})().catch((error) => { say(String(error)); process.exit(1); });`;
    const child = spawn(process.execPath, ['-e', script], {
      cwd: PACKAGE,
      detached: true,
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return new ScriptProcess(child);
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('The script was not started.');
    return this.child.pid;
  }

  /** Resolves when it has printed that line. */
  async said(line: string | RegExp): Promise<string> {
    const matches = (said: string): boolean => (typeof line === 'string' ? said === line : line.test(said));
    await eventually(() => this.lines.some(matches) || this.child.exitCode !== null);
    const found = this.lines.find(matches);
    if (found === undefined)
      throw new Error(`It ended without ${line}: ${this.lines} ${this.errors.join('')}`);
    return found;
  }

  /** The process id of its client's watchdog, once it has printed it with `sayWatchdog(client)`. */
  async watchdog(): Promise<number> {
    return Number((await this.said(/^watchdog \d+$/)).split(' ')[1]);
  }

  /** Something for its standard input. */
  type(line: string): void {
    this.child.stdin?.write(`${line}\n`);
  }

  kill(signal: NodeJS.Signals, whom: 'process' | 'group' = 'process'): void {
    process.kill(whom === 'group' ? -this.pid : this.pid, signal);
  }

  /** Resolves with the exit code, or the signal that ended it. */
  async ended(): Promise<number | NodeJS.Signals | null> {
    await this.exit;
    return this.child.exitCode ?? this.child.signalCode;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exit;
  }
}

/** Looks until it is so; the test's own time limit is the end of patience. */
export async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(5);
}

/** Whether there is a process with that id. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
