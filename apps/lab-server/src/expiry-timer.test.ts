import { expect, test } from '@jest/globals';
import { FakeClock } from '@remote-lab/lab-manager/testing';
import { ExpiryTimer } from './expiry-timer';

/** A queue of which only the next deadline matters. */
class Deadlines {
  next: number | undefined;
  readonly listeners = new Set<() => void>();
  nextExpiry(): number | undefined {
    return this.next;
  }
  onEvent(listener: () => void): Disposable {
    this.listeners.add(listener);
    return { [Symbol.dispose]: () => void this.listeners.delete(listener) };
  }
  changed(next: number | undefined): void {
    this.next = next;
    for (const listener of this.listeners) listener();
  }
}

function setUp(expire: () => Promise<void>): {
  queue: Deadlines;
  clock: FakeClock;
  timer: ExpiryTimer;
  failures: unknown[];
} {
  const queue = new Deadlines();
  const clock = new FakeClock();
  const failures: unknown[] = [];
  const timer = new ExpiryTimer(queue, clock, expire, (error) => failures.push(error));
  return { queue, clock, timer, failures };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('expires just after the deadline, not at it', async () => {
  let calls = 0;
  const { queue, clock } = setUp(async () => {
    calls += 1;
    queue.next = undefined;
    await settle();
  });
  queue.changed(1_000);
  clock.advance(1_000);
  expect(calls).toBe(0);
  clock.advance(1);
  expect(calls).toBe(1);
  await settle();
  await settle();
  expect(clock.pending).toBe(0);
});

test('an earlier deadline is noticed at the event that brings it', () => {
  let calls = 0;
  const { queue, clock } = setUp(() => {
    calls += 1;
    return settle();
  });
  queue.changed(10_000);
  queue.changed(100);
  clock.advance(101);
  expect(calls).toBe(1);
});

test('a deadline that no event tells of is found by looking', () => {
  let calls = 0;
  const { queue, clock, timer } = setUp(() => {
    calls += 1;
    return settle();
  });
  queue.next = 100;
  clock.advance(200);
  expect(calls).toBe(0);
  timer.look();
  clock.advance(1);
  expect(calls).toBe(1);
});

test('when the store cannot write it is told and tried again a second later, not at once', async () => {
  let calls = 0;
  const { queue, clock, failures } = setUp(() => {
    calls += 1;
    return Promise.reject(new Error('disk full'));
  });
  queue.changed(100);
  clock.advance(101);
  await settle();
  expect(failures).toEqual([new Error('disk full')]);
  clock.advance(900);
  expect(calls).toBe(1);
  clock.advance(200);
  expect(calls).toBe(2);
});

test('after its disposal nothing happens any more', () => {
  let calls = 0;
  const { queue, clock, timer } = setUp(() => {
    calls += 1;
    return settle();
  });
  queue.changed(100);
  timer[Symbol.dispose]();
  clock.advance(1_000);
  expect(calls).toBe(0);
  expect(clock.pending).toBe(0);
});
