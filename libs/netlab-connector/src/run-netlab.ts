/** Which of the two streams of a command a line came from. */
export type OutputStream = 'stdout' | 'stderr';

/** How one command of netlab is to be run. */
export interface NetlabCall {
  /** Absolute path of the folder to run in; its name never decides anything. */
  readonly cwd: string;
  /** The command and every process it started are ended when this aborts; the call rejects once none is left. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the same happens; by default what suits the command. */
  readonly timeoutMs?: number;
  /** Hears every line as it comes, without the line break, neither cut nor coloured. */
  readonly onLine?: (line: string, stream: OutputStream) => void;
  /** True when an exit code other than 0 is an answer and no failure: then nothing is thrown for it. */
  readonly expectedFailure?: boolean;
  /** Variables for this command on top of the scrubbed environment, `NETLAB_…` among them. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** How a command of netlab ended. */
export interface NetlabResult {
  readonly exitCode: number;
  /** The signal by which somebody else ended it (`SIGKILL`: often the kernel, short of memory); `exitCode` is 128 then. */
  readonly signal?: string | undefined;
  /** Everything it wrote to stdout, for parsing. */
  readonly stdout: string;
  /** The last lines of both streams, oldest first, in the order they came. */
  readonly tail: readonly string[];
  readonly durationMs: number;
}

/**
 * Runs `netlab` with these arguments, one command at a time: a second call waits for the first.
 * Throws NetlabError `netlab_failed` (an exit code other than 0), `netlab_timeout`, `netlab_missing` (no such
 * program), `netlab_unusable` (it cannot be started), `processes_left`, or the signal's reason.
 */
export type RunNetlab = (args: readonly string[], call: NetlabCall) => Promise<NetlabResult>;
