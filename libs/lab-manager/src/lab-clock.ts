/** Time as the lab manager sees it; handed in, so that tests need not wait. */
export interface LabClock {
  /** Monotonic milliseconds; only differences mean anything. */
  now(): number;
  /** The wall clock, for people to read. */
  date(): Date;
  /** Calls `run` once after `ms` milliseconds unless disposed before; never keeps the process alive. */
  after(ms: number, run: () => void): Disposable;
}
