import { FakeNosError } from '../errors';
import type { Logger } from '../logger';
import type { NetworkChild, NetworkExit } from './network-child';
import type { NetworkDevice, NetworkTaskKind, NetworkTasks, TaskQuestion } from './network-messages';

const STOP_DEADLINE_MS = 2_000;
const KILL_DEADLINE_MS = 5_000;

/**
 * A network whose devices answer.
 *
 * - running: from the start; every device listens.
 * - stopping: from the first `stop`; no device listens any more, its process is ending.
 * - exited: the process is gone, because of `stop` or by itself; `exited` has resolved.
 */
export class RunningNetwork implements AsyncDisposable {
  readonly #child: NetworkChild;
  readonly #logger: Logger;
  #stopped: Promise<NetworkExit> | undefined;

  constructor(
    child: NetworkChild,
    /** Process id of the network. */
    readonly pid: number,
    /** In the order of the topology. */
    readonly devices: readonly NetworkDevice[],
    logger: Logger,
  ) {
    this.#child = child;
    this.#logger = logger;
  }

  /** Resolves when the network's process has ended, for whatever reason; never rejects. */
  get exited(): Promise<NetworkExit> {
    return this.#child.exited;
  }

  /** Whether somebody has asked it to end. */
  get isStopping(): boolean {
    return this.#stopped !== undefined;
  }

  /** How the process ended; undefined while it lives. */
  get exit(): NetworkExit | undefined {
    return this.#child.exit;
  }

  /** Has the network do something; rejects as it answers, or with `network_not_running` when it is gone. */
  ask<K extends Exclude<NetworkTaskKind, 'start' | 'stop'>>(
    kind: K,
    question: TaskQuestion<K>,
  ): Promise<NetworkTasks[K]['answer']> {
    return this.#child.ask(kind, question);
  }

  /**
   * Hangs up on every client and ends the process; resolves when it is gone. One that does not answer within two
   * seconds is killed, which the logger is told. Idempotent.
   * Rejects with `network_stop_failed` when not even that helps.
   */
  stop(): Promise<NetworkExit> {
    this.#stopped ??= this.#stop().catch((error: unknown) => {
      // The next call is another attempt.
      this.#stopped = undefined;
      throw error;
    });
    return this.#stopped;
  }

  /** At once and without waiting: the last resort of a process that exits. */
  kill(): void {
    this.#child.kill();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #stop(): Promise<NetworkExit> {
    // Its answer does not matter, its end does.
    this.#child
      .ask('stop', {})
      .catch((error: unknown) => this.#logger.debug('The network ended unasked.', { reason: String(error) }));
    const graceful = await within(STOP_DEADLINE_MS, this.#child.exited);
    if (graceful) return graceful;
    this.#logger.warn(
      `Network process ${this.pid} did not stop within ${STOP_DEADLINE_MS} ms and is killed.`,
    );
    this.#child.kill();
    const killed = await within(KILL_DEADLINE_MS, this.#child.exited);
    if (killed) return killed;
    const message = `Network process ${this.pid} survives SIGKILL: look at its state with ps and end it by hand.`;
    throw new FakeNosError('network_stop_failed', message);
  }
}

/** What `promise` resolves to, or undefined after so many milliseconds. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
