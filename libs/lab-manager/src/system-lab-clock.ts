import type { LabClock } from './lab-clock';

/** Longer timeouts overflow in Node and fire at once, so long waits are made of several. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** The clock of this machine; waits of any length, `Infinity` included. */
export const systemLabClock: LabClock = {
  now: () => performance.now(),
  date: () => new Date(),
  after(ms, run) {
    let left = ms;
    let timer: NodeJS.Timeout;
    const arm = (): void => {
      const step = Math.min(left, LONGEST_TIMEOUT_MS);
      left -= step;
      timer = setTimeout(() => (left > 0 ? arm() : run()), step).unref();
    };
    arm();
    return { [Symbol.dispose]: () => clearTimeout(timer) };
  },
};
