import type { LabClock } from './lab-clock';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until told to go on. */
export class FakeClock implements LabClock {
  #now = 0;
  readonly #timers = new Set<Timer>();

  /** Timers that are neither due nor disposed. */
  get pending(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  date(): Date {
    return new Date(Date.UTC(2030, 0, 1) + this.#now);
  }

  after(ms: number, run: () => void): Disposable {
    const timer = { at: this.#now + ms, run };
    this.#timers.add(timer);
    return { [Symbol.dispose]: () => void this.#timers.delete(timer) };
  }

  /** Lets `ms` milliseconds pass; timers run in the order in which they are due. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let timer = this.#nextUntil(end); timer !== undefined; timer = this.#nextUntil(end)) {
      this.#now = timer.at;
      this.#timers.delete(timer);
      timer.run();
    }
    this.#now = end;
  }

  #nextUntil(end: number): Timer | undefined {
    const due = [...this.#timers].filter((timer) => timer.at <= end);
    return due.reduce<Timer | undefined>((a, b) => (a === undefined || b.at < a.at ? b : a), undefined);
  }
}
