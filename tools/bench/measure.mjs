/**
 * Runs `work` `times` times, one after the other.
 * @param {number} times
 * @param {(round: number) => Promise<unknown>} work
 * @returns {Promise<{p50: number, p99: number, perSecond: number}>} milliseconds
 */
export async function measure(times, work) {
  const taken = [];
  const begun = performance.now();
  for (let round = 0; round < times; round++) {
    const start = performance.now();
    await work(round);
    taken.push(performance.now() - start);
  }
  const perSecond = (times * 1000) / (performance.now() - begun);
  taken.sort((a, b) => a - b);
  return { p50: taken[Math.floor(times * 0.5)], p99: taken[Math.floor(times * 0.99)], perSecond };
}
