import type { Scheduler } from '../behavior/scheduler';

/** A clock that goes on only when it is told to. */
export class FakeScheduler implements Scheduler {
  #now = 0;
  #waiting: { readonly at: number; readonly run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): () => void {
    const one = { at: this.#now + delayMs, run };
    this.#waiting.push(one);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one);
    };
  }

  /** How much waits. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Lets time pass: what becomes due meanwhile is run in its order. */
  pass(durationMs: number): void {
    const end = this.#now + durationMs;
    for (;;) {
      const due = this.#waiting.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!due) break;
      this.#waiting = this.#waiting.filter((other) => other !== due);
      this.#now = due.at;
      due.run();
    }
    this.#now = end;
  }
}
