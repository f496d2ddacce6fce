/** The one place that waits. */
export interface Scheduler {
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  /** Runs something so many milliseconds from now; the returned function gives it up. */
  after(delayMs: number, run: () => void): () => void;
}

/** Waits by the system's clock; what waits keeps no process alive. */
export const systemScheduler: Scheduler = {
  now: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs).unref();
    return () => clearTimeout(timer);
  },
};
