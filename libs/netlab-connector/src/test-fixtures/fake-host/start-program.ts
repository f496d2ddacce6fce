import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { FakeHost } from './fake-host';

/** How a program ended. */
export interface ProgramResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that was started. */
export interface StartedProgram {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Resolves when it has ended and nobody writes to its streams any more. */
  readonly ended: Promise<ProgramResult>;
}

/** How to start it: stdin is closed, stays open, or says `answer` and ends; `group` gives it a process group of its own. */
export interface StartOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: 'open' | { readonly answer: string };
  readonly group?: boolean;
}

/** Starts a program of the fake host as a person at a shell would, and collects what it says. */
export function startProgram(
  host: FakeHost,
  program: string,
  args: readonly string[],
  options: StartOptions,
): StartedProgram {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...host.environment, ...options.environment },
    detached: options.group === true,
    stdio: [options.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  if (typeof options.stdin === 'object') child.stdin?.end(options.stdin.answer);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  const ended = new Promise<ProgramResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      resolve({
        exitCode,
        signal,
        stdout: String(Buffer.concat(stdout)),
        stderr: String(Buffer.concat(stderr)),
      });
    });
  });
  return { child, pid: child.pid ?? 0, ended };
}
