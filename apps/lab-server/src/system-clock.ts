/** The real time, in the shapes that queue and lab manager ask for. */
export interface SystemClock {
  /** Monotonic milliseconds. */
  now(): number;
  /** Wall clock. */
  date(): Date;
  /** Runs once after `ms`, unless disposed of earlier; does not keep the process alive. */
  after(ms: number, run: () => void): Disposable;
}

// Longer delays overflow the timer's 32 bits and would fire at once.
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** The one place where the server looks at the time. */
export const systemClock: SystemClock = {
  now: () => performance.now(),
  date: () => new Date(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, LONGEST_DELAY_MS)).unref();
    return { [Symbol.dispose]: () => clearTimeout(timer) };
  },
};
