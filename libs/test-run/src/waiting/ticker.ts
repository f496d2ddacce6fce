/** Time, handed in so that tests need no sleeping. */
export interface Ticker {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Calls `work` every `milliseconds` until the returned function is called. */
  every(milliseconds: number, work: () => void): () => void;
}

/** The machine's own time; keeps no process alive. */
export const systemTicker: Ticker = {
  now: () => performance.now(),
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};
