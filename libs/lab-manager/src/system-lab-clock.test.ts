import { expect, test } from '@jest/globals';
import { systemLabClock } from './system-lab-clock';

test('calls once when the time has come, and not at all when disposed before', async () => {
  const called: string[] = [];
  systemLabClock.after(1, () => called.push('disposed'))[Symbol.dispose]();
  systemLabClock.after(2 ** 40, () => called.push('in 35 years'));
  systemLabClock.after(Infinity, () => called.push('never'));
  // The clock's own timers do not keep the process alive, so the test has one that does.
  const alive = setInterval(() => undefined, 1_000);
  await new Promise<void>((resolve) => void systemLabClock.after(5, resolve));
  clearInterval(alive);
  expect(called).toEqual([]);
});

test('its monotonic time does not go back', () => {
  const before = systemLabClock.now();
  expect(systemLabClock.now()).toBeGreaterThanOrEqual(before);
});
