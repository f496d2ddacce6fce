import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { launchWatchdog } from '../launch-watchdog';
import { withDeadline } from '../with-deadline';
import type { WatchdogOrder, WatchOrder } from './watchdog-orders';

const LEAVE_TIMEOUT_MS = 2_000;

/**
 * A process that watches over the session, and outlives this one by as long as it takes to end it.
 *
 * - ready: from {@link launch} on; should this process die now, it leaves as well. Leaves with {@link watch} (at work).
 * - at work: it keeps the session alive. Leaves with {@link leave} or {@link endSession}, when the session is lost, or when the
 *   process dies by itself.
 * - gone: the client goes on without it; nobody starts another. Final.
 */
export class Watchdog {
  private constructor(private child: ChildProcess | undefined) {
    child?.on('exit', () => {
      this.child = undefined;
    });
    // A write to one that has just died fails; its exit tells.
    child?.stdin?.on('error', () => undefined);
  }

  /** Starts the process. Where none can be started, the result is gone from the start. */
  static launch(launch: () => ChildProcess = launchWatchdog): Watchdog {
    return new Watchdog(launchIfPossible(launch));
  }

  /** From now on there is a session to watch over. */
  watch(order: WatchOrder): void {
    this.tell(order);
  }

  get atWork(): boolean {
    return this.child !== undefined;
  }

  /** Its process, for those who look after processes; `undefined` when gone. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** The session needs it no longer. Resolves when its process is gone. */
  async leave(): Promise<void> {
    const { child } = this;
    if (child === undefined) return;
    const exit = once(child, 'exit');
    child.ref();
    this.tell({ kind: 'leave' });
    try {
      await withDeadline(
        LEAVE_TIMEOUT_MS,
        () => new Error('It does not react.'),
        [],
        (signal) => Promise.race([exit, once(signal, 'abort').then(() => signal.throwIfAborted())]),
      );
    } catch {
      // Stopped, or stuck: its work is done in any case.
      child.kill('SIGKILL');
      await exit;
    }
  }

  /** The session could not be ended from here: it goes on trying by itself for a while, and then leaves. */
  endSession(): void {
    this.tell({ kind: 'end' });
  }

  private tell(order: WatchdogOrder): void {
    this.child?.stdin?.write(`${JSON.stringify(order)}\n`);
  }
}

function launchIfPossible(launch: () => ChildProcess): ChildProcess | undefined {
  try {
    const child = launch();
    // No process to be had, as its missing id says; or a signal that came too late for it.
    child.on('error', () => undefined);
    return child.pid === undefined ? undefined : child;
  } catch {
    // Bundled without the program, or no process to be had: the lease on the server is still there.
    return undefined;
  }
}
