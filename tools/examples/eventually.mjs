import { setTimeout as delay } from 'node:timers/promises';

/**
 * Looks again and again until something holds.
 *
 * @param {() => Promise<boolean>} holds
 * @param {number} limitMs
 * @returns {Promise<number | undefined>} after how many milliseconds it did; undefined when it did not
 */
export async function eventually(holds, limitMs) {
  const start = performance.now();
  for (;;) {
    if (await holds()) return performance.now() - start;
    if (performance.now() - start > limitMs) return undefined;
    await delay(25);
  }
}
