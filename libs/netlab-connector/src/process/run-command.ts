import type { ChildProcess } from 'node:child_process';
import { setImmediate as nextRound } from 'node:timers/promises';
import { codeOf, messageOf, NetlabError } from '../errors';
import { launchProcess } from './launch-process';
import { LineSplitter } from './line-splitter';
import { OutputRing } from './output-ring';

/** One command to run. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Hears every line as it comes. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Aborted when the command is to end; {@link CommandParts.end} then ends it. */
  readonly signal: AbortSignal;
}

/** How a command ended by itself. */
export interface CommandResult {
  /** 128 when a signal ended it. */
  readonly exitCode: number;
  /** The signal that ended it, sent by somebody else than this process. */
  readonly signal: string | undefined;
  readonly stdout: string;
  readonly tail: readonly string[];
}

/** What {@link runCommand} works with. */
export interface CommandParts {
  /** Ends the process with this id and all that it started; resolves when none of them is left. */
  readonly end: (root: number) => Promise<void>;
  /** Hears the id of the process, and `undefined` when it has ended. */
  readonly onProcess?: (pid: number | undefined) => void;
}

/** What is kept of stdout; netlab's largest answers are a few megabytes. */
const MAX_STDOUT_BYTES = 64 * 1024 * 1024;
const TAIL_LINES = 100;
/** How long the pipes of an ended process may be silent in the hands of what it left behind. */
const LINGER_MS = 500;
/** How often such silence is waited for: somebody who goes on talking is not waited for to end. */
const LINGER_ROUNDS = 10;

/**
 * Runs a command to its end. When the signal aborts, its whole tree is ended first, then the promise rejects with
 * the signal's reason. Throws NetlabError `netlab_missing` when there is no such program, `netlab_unusable` when it cannot be
 * started, `processes_left` when the tree cannot be ended.
 */
export async function runCommand(command: Command, { end, onProcess }: CommandParts): Promise<CommandResult> {
  const { signal } = command;
  signal.throwIfAborted();
  const child = launch(command);
  const ring = new OutputRing(TAIL_LINES);
  const out = collect(command, 'stdout', ring);
  const err = collect(command, 'stderr', ring);
  child.stdout?.on('data', out.take);
  child.stderr?.on('data', err.take);

  const exited = new Promise<{ code: number; signal: string | undefined }>((resolve, reject) => {
    child.once('error', (error) => reject(cannotStart(command, error)));
    child.once('exit', (code, by) => resolve({ code: code ?? 128, signal: by ?? undefined }));
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const aborted = aborting(signal);
  onProcess?.(child.pid);
  try {
    const ended = await Promise.race([exited, aborted.promise]);
    if (ended === 'aborted') {
      if (child.pid !== undefined) await end(child.pid);
      // Where the system lists no processes, this one is ended at least.
      child.kill('SIGKILL');
      await exited.catch(() => undefined);
      throw signal.reason;
    }
    await drained(closed, () => out.bytes() + err.bytes());
    // What outlives a command that failed is nobody's any more: an orphan that goes on building, as a rule.
    if (ended.code !== 0 && child.pid !== undefined) await end(child.pid);
    out.end();
    err.end();
    return { exitCode: ended.code, signal: ended.signal, stdout: out.text(), tail: ring.lines() };
  } finally {
    aborted[Symbol.dispose]();
    onProcess?.(undefined);
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
}

function collect({ onLine }: Command, stream: 'stdout' | 'stderr', ring: OutputRing) {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const lines = new LineSplitter((line) => {
    ring.push(line);
    onLine?.(line, stream);
  });
  return {
    take: (piece: Buffer) => {
      lines.push(piece);
      bytes += piece.length;
      if (stream === 'stdout' && bytes <= MAX_STDOUT_BYTES) pieces.push(piece);
    },
    bytes: () => bytes,
    end: () => lines.end(),
    text: () => Buffer.concat(pieces).toString('utf8'),
  };
}

function aborting(signal: AbortSignal): Disposable & { readonly promise: Promise<'aborted'> } {
  let onAbort = (): void => undefined;
  const promise = new Promise<'aborted'>((resolve) => {
    onAbort = () => resolve('aborted');
    signal.addEventListener('abort', onAbort, { once: true });
  });
  return { promise, [Symbol.dispose]: () => signal.removeEventListener('abort', onAbort) };
}

/** Resolves when the pipes are closed, or silent although there was time to read them. */
async function drained(closed: Promise<void>, bytes: () => number): Promise<void> {
  for (let round = 0; round < LINGER_ROUNDS; round += 1) {
    const before = bytes();
    if (await Promise.race([closed.then(() => true), silence()])) return;
    if (bytes() === before) return;
  }
}

/** Timers come before reading: a process that was busy until now has not read yet what has long been there. */
async function silence(): Promise<false> {
  await new Promise((resolve) => setTimeout(resolve, LINGER_MS).unref());
  await nextRound(undefined, { ref: false });
  await nextRound(undefined, { ref: false });
  return false;
}

function launch(command: Command): ChildProcess {
  try {
    return launchProcess(command);
  } catch (error) {
    throw cannotStart(command, error);
  }
}

function cannotStart({ program, cwd }: Command, cause: unknown): NetlabError {
  if (codeOf(cause) === 'ENOENT') {
    const words = `The program ${program} is not on the PATH of this server (or its folder ${cwd} is gone). Install it, or extend PATH.`;
    return new NetlabError('netlab_missing', words, { cause });
  }
  const words = `The program ${program} could not be started in ${cwd}: ${messageOf(cause)}.`;
  return new NetlabError('netlab_unusable', words, { cause });
}
