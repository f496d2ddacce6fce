import type { Clock } from '../clock';

/** A clock that moves only when told. */
export class FakeClock implements Clock {
  #now = 5_000;

  now(): number {
    return this.#now;
  }

  date(): Date {
    return new Date(Date.UTC(2024, 0, 1) + this.#now);
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}
