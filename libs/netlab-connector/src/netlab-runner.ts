import { randomUUID } from 'node:crypto';
import { NetlabError } from './errors';
import { netlabFailure } from './netlab-failure';
import { ENDING_LIMITS, endTree, type EndingLimits, type TreeDoor } from './process/end-tree';
import { runCommand } from './process/run-command';
import { type Environment, scrubEnvironment } from './process/scrub-environment';
import { systemTreeDoor } from './process/system-tree-door';
import type { NetlabCall, NetlabResult, RunNetlab } from './run-netlab';
import { timeoutOf } from './timeout-of';

/** What {@link NetlabRunner} needs. */
export interface NetlabRunnerOptions {
  /** The server's environment, from which netlab's is made. */
  readonly environment: Environment;
  /** `NETLAB_…` settings that the operator wants every command to have. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The same for all servers that may follow one another on this host, so that one finds what another left running. */
  readonly owner: string;
  /** Hears every line of every netlab command, for the log. */
  readonly onLine?: (line: string) => void;
  readonly limits?: EndingLimits;
  /** Milliseconds by the first argument (`down`, of Docker `ps`) that those may take, where not what suits most hosts. */
  readonly timeouts?: Readonly<Record<string, number>>;
  /** Names each command for good; random by default. */
  readonly newRunId?: () => string;
}

/** A daemon that does not answer within this is not there, as far as a start is concerned. */
const PROBE_MS = 10_000;
/** Carried by every process of ours, also by those that a killed server left: only to be acted on once no other server is there. */
const OWNER = 'REMOTE_LAB_OWNER';
/** Carried by the processes of one command: those of another server of this host have another one. */
const RUN = 'REMOTE_LAB_RUN';

/**
 * The only door to the `netlab` CLI.
 * - idle: no process of netlab runs; left by a call.
 * - busy: one does, and further calls wait for it in their order; left when no process of it is left.
 */
export class NetlabRunner {
  readonly #options: NetlabRunnerOptions;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #newRunId: () => string;
  #last: Promise<unknown> = Promise.resolve();
  #pid: number | undefined;

  constructor(options: NetlabRunnerOptions) {
    this.#options = options;
    this.#environment = scrubEnvironment(options.environment, {
      ...options.settings,
      [OWNER]: options.owner,
    });
    this.#newRunId = options.newRunId ?? randomUUID;
  }

  /** See {@link RunNetlab}. */
  readonly run: RunNetlab = (args, call) => this.#inTurn(call.signal, () => this.#netlab(args, call));

  /**
   * Runs another program in the same way, in turn with netlab's commands; an exit code other than 0 is an answer.
   * Throws NetlabError `netlab_missing`, `netlab_unusable`, `netlab_timeout` or `processes_left`.
   */
  tool(program: string, args: readonly string[], call: NetlabCall): Promise<NetlabResult> {
    return this.#inTurn(call.signal, () => this.#timed(program, args, call));
  }

  /** Whether a program is there and this invocation of it works. */
  async isAvailable(program: string, args: readonly string[]): Promise<boolean> {
    const timeoutMs = PROBE_MS;
    return this.tool(program, args, { cwd: '/', timeoutMs }).then(
      ({ exitCode }) => exitCode === 0,
      () => false,
    );
  }

  /**
   * Ends what a killed server left running; resolves with how many processes that were. Throws NetlabError
   * `processes_left`.
   */
  endStrays(): Promise<number> {
    return this.#inTurn(undefined, () =>
      endTree(this.#doorTo(OWNER, this.#options.owner), undefined, this.#limits),
    );
  }

  /** For the exit hook: synchronous, silent. What it cannot reach is left to {@link endStrays} of the next server. */
  abandon(): void {
    if (this.#pid === undefined) return;
    try {
      process.kill(-this.#pid, 'SIGKILL');
    } catch {
      // It has ended, or is not ours to end; the process is exiting and nobody is left to tell.
    }
  }

  get #limits(): EndingLimits {
    return this.#options.limits ?? ENDING_LIMITS;
  }

  /** The processes that carry this variable. */
  #doorTo(name: string, value: string): TreeDoor {
    const { environment, settings } = this.#options;
    // What only sends signals for us is not of the tree, and carries no marker.
    return systemTreeDoor(`${name}=${value}`, scrubEnvironment(environment, settings));
  }

  async #inTurn<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    const turn = before.then(() => {
      signal?.throwIfAborted();
      return work();
    });
    this.#last = turn.catch(() => undefined);
    // Whoever gives up while waiting is let go at once; once it is at work, its processes are waited for.
    await unlessAborted(before, signal);
    return turn;
  }

  async #netlab(args: readonly string[], call: NetlabCall): Promise<NetlabResult> {
    const result = await this.#timed('netlab', args, {
      ...call,
      onLine: (line, stream) => {
        this.#options.onLine?.(line);
        call.onLine?.(line, stream);
      },
    });
    if (result.exitCode === 0 || call.expectedFailure === true) return result;
    throw netlabFailure(args, result);
  }

  async #timed(program: string, args: readonly string[], call: NetlabCall): Promise<NetlabResult> {
    const timeoutMs = call.timeoutMs ?? this.#options.timeouts?.[args[0] ?? ''] ?? timeoutOf(args);
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(tooSlow(program, args, timeoutMs)), timeoutMs);
    const begun = performance.now();
    const run = this.#newRunId();
    try {
      const result = await runCommand(
        {
          program,
          args,
          cwd: call.cwd,
          environment: { ...this.#environment, ...call.environment, [RUN]: run },
          signal: AbortSignal.any([timeout.signal, ...(call.signal ? [call.signal] : [])]),
          ...(call.onLine ? { onLine: call.onLine } : {}),
        },
        {
          end: async (root) => void (await endTree(this.#doorTo(RUN, run), root, this.#limits)),
          onProcess: (pid) => (this.#pid = pid),
        },
      );
      return { ...result, durationMs: performance.now() - begun };
    } finally {
      clearTimeout(timer);
    }
  }
}

async function unlessAborted(work: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return;
  signal.throwIfAborted();
  let onAbort = (): void => undefined;
  const aborted = new Promise<void>((resolve) => {
    onAbort = () => resolve();
    signal.addEventListener('abort', onAbort, { once: true });
  });
  const finished = await Promise.race([work.then(() => true), aborted.then(() => false)]);
  signal.removeEventListener('abort', onAbort);
  if (!finished) throw signal.reason;
}

function tooSlow(program: string, args: readonly string[], timeoutMs: number): NetlabError {
  return new NetlabError(
    'netlab_timeout',
    `${program} ${args[0] ?? ''} took longer than ${timeoutMs / 1000} s and was ended with all its processes.`,
  );
}
