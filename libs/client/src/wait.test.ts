import { describe, expect, test } from '@jest/globals';
import { systemClock, withJitter } from './wait';
import { withDeadline } from './with-deadline';

const never = (): AbortSignal => new AbortController().signal;
const timeUp = (): Error => new Error('time is up');

describe('the system clock', () => {
  test('sleeps, in the background too', async () => {
    const before = systemClock.now();
    await systemClock.sleep(1, never());
    expect(systemClock.now()).toBeGreaterThan(before);
  });

  test('is woken by an abort, with its reason', async () => {
    const controller = new AbortController();
    const sleeping = systemClock.sleep(3_600_000, controller.signal, 'background');
    controller.abort(new Error('wake up'));
    await expect(sleeping).rejects.toThrow('wake up');
    await expect(systemClock.sleep(1, controller.signal)).rejects.toThrow('wake up');
  });
});

test.each([
  [0, 75],
  [0.5, 100],
  [0.999, 124.95],
])('jitter with chance %s makes 100 ms %s ms', (chance, milliseconds) => {
  expect(withJitter(100, { ...systemClock, random: () => chance })).toBeCloseTo(milliseconds);
});

describe('a deadline', () => {
  const hang = (signal: AbortSignal): Promise<never> =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });

  test('ends the work with its error', async () => {
    await expect(withDeadline(1, timeUp, [], hang)).rejects.toThrow('time is up');
  });

  test('passes on the first abort', async () => {
    const controller = new AbortController();
    const work = withDeadline(Infinity, timeUp, [never(), controller.signal], hang);
    controller.abort(new Error('stop'));
    await expect(work).rejects.toThrow('stop');
  });

  test('does not begin what is aborted already', async () => {
    const begun: string[] = [];
    const work = withDeadline(1_000, timeUp, [AbortSignal.abort(new Error('no'))], () =>
      Promise.resolve(begun.push('x')),
    );
    await expect(work).rejects.toThrow('no');
    expect(begun).toEqual([]);
  });
});
