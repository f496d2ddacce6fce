import type { Ticker } from '../waiting/ticker';

/** Time that passes when a test says so. */
export class FakeTicker implements Ticker {
  private time = 0;
  private readonly jobs = new Set<{ readonly every: number; due: number; readonly work: () => void }>();

  /** How many are waiting for their time. */
  get scheduled(): number {
    return this.jobs.size;
  }

  now(): number {
    return this.time;
  }

  every(milliseconds: number, work: () => void): () => void {
    const job = { every: milliseconds, due: this.time + milliseconds, work };
    this.jobs.add(job);
    return () => this.jobs.delete(job);
  }

  advance(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const next = [...this.jobs].sort((a, b) => a.due - b.due)[0];
      if (next === undefined || next.due > end) break;
      this.time = next.due;
      next.due += next.every;
      next.work();
    }
    this.time = end;
  }
}
