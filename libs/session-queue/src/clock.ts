/** The time as the queue sees it; handed in, so that tests can turn it by hand. */
export interface Clock {
  /** Milliseconds on a monotonic clock; the only time leases are judged by. */
  now(): number;
  /** Wall-clock time, written into history and never compared. */
  date(): Date;
}
