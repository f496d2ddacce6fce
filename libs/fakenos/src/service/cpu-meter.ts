/** Between two looks at least so much time must pass: a clock of hundredths says nothing about less. */
const SHORTEST_MS = 250;

/** Says how busy a process was since it was last asked about, without waiting. */
export class CpuMeter {
  #since: { readonly atMs: number; readonly cpuMs: number };
  #percent = 0;

  /** @param startedMs when the process had used nothing yet */
  constructor(startedMs: number) {
    this.#since = { atMs: startedMs, cpuMs: 0 };
  }

  /** Percent of one core, one decimal; of the time since the last look, or the one before when that was just now. */
  read(nowMs: number, cpuMs: number): number {
    const passed = nowMs - this.#since.atMs;
    if (passed < SHORTEST_MS) return this.#percent;
    this.#percent = Math.round(((cpuMs - this.#since.cpuMs) / passed) * 1000) / 10;
    this.#since = { atMs: nowMs, cpuMs };
    return this.#percent;
  }
}
