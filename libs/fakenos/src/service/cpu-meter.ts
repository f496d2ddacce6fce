/** Between two looks at least so much time must pass: a clock of hundredths says nothing about less. */
const SHORTEST_MS = 250;

/** Says how busy a process was since it was last asked about, without waiting. */
export class CpuMeter {
  #since: { readonly atMs: number; readonly cpuMs: number } | undefined;
  #percent = 0;

  /** Percent of one core, one decimal, of the time since the last look; what it was then, when that was just now. 0 at first. */
  read(nowMs: number, cpuMs: number): number {
    const since = this.#since;
    if (since && nowMs - since.atMs < SHORTEST_MS) return this.#percent;
    this.#since = { atMs: nowMs, cpuMs };
    if (since) this.#percent = Math.round(((cpuMs - since.cpuMs) / (nowMs - since.atMs)) * 1000) / 10;
    return this.#percent;
  }
}
