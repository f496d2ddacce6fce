import type { SessionEvents } from './events/session-events';
import type { Clock } from './wait';

/** After each of these the lab may be had by somebody else. */
const FREEING: ReadonlySet<string> = new Set(['lab.idle', 'lab.stopping', 'lab.down', 'lab.failed']);

/** Knows when a busy lab may have become free. */
export class LabVacancy implements Disposable {
  private readonly listening: Disposable;
  private hope = new AbortController();

  constructor(events: SessionEvents) {
    this.listening = events.onLab.add(({ name }) => {
      if (FREEING.has(name)) this.hope.abort();
    });
  }

  /** Only what happens from now on counts. */
  forget(): void {
    this.hope = new AbortController();
  }

  /**
   * Resolves when the lab has become free since {@link forget}, or after `milliseconds`.
   * @throws the reason of the first signal that aborts
   */
  async wait(milliseconds: number, clock: Clock, signals: readonly AbortSignal[]): Promise<void> {
    const { signal: hope } = this.hope;
    for (const signal of signals) signal.throwIfAborted();
    if (hope.aborted) return;
    try {
      await clock.sleep(milliseconds, AbortSignal.any([hope, ...signals]));
    } catch (error) {
      for (const signal of signals) signal.throwIfAborted();
      if (!hope.aborted) throw error;
    }
  }

  [Symbol.dispose](): void {
    this.listening[Symbol.dispose]();
  }
}
