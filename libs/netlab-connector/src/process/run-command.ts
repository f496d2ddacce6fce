import { NetlabError } from '../errors';
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
/** How long the pipes of an ended process may stay open in the hands of what it left behind. */
const LINGER_MS = 500;

/**
 * Runs a command to its end. When the signal aborts, its whole tree is ended first, then the promise rejects with
 * the signal's reason. Throws NetlabError `netlab_missing` when the program cannot be started, `processes_left` when the
 * tree cannot be ended.
 */
export async function runCommand(command: Command, { end, onProcess }: CommandParts): Promise<CommandResult> {
  const { signal } = command;
  signal.throwIfAborted();
  const child = launchProcess(command);
  const ring = new OutputRing(TAIL_LINES);
  const out = collect(command, 'stdout', ring);
  const err = collect(command, 'stderr', ring);
  child.stdout?.on('data', out.take);
  child.stderr?.on('data', err.take);

  const exited = new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(cannotStart(command, error)));
    child.once('exit', (code) => resolve(code ?? 128));
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const aborted = aborting(signal);
  onProcess?.(child.pid);
  try {
    const ended = await Promise.race([exited, aborted.promise]);
    if (ended === 'aborted') {
      if (child.pid !== undefined) await end(child.pid);
      throw signal.reason;
    }
    await Promise.race([closed, lingering(LINGER_MS)]);
    // What outlives a command that failed is nobody's any more: an orphan that goes on building, as a rule.
    if (ended !== 0 && child.pid !== undefined) await end(child.pid);
    out.end();
    err.end();
    return { exitCode: ended, stdout: out.text(), tail: ring.lines() };
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
      if (stream === 'stdout' && (bytes += piece.length) <= MAX_STDOUT_BYTES) pieces.push(piece);
    },
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

function lingering(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

function cannotStart({ program, cwd }: Command, cause: Error): NetlabError {
  const missing = 'code' in cause && cause.code === 'ENOENT';
  const words = missing
    ? `The program ${program} is not on the PATH of this server (or its folder ${cwd} is gone). Install it, or extend PATH.`
    : `The program ${program} could not be started: ${cause.message}.`;
  return new NetlabError('netlab_missing', words, { cause });
}
