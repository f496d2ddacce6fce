import { expect, test } from '@jest/globals';
import { FakeClock } from '@remote-lab/lab-manager/testing';
import { type EndingNetworks, endNetworks } from './end-networks';

test('networks that stop are not killed, and no timer is left', async () => {
  const clock = new FakeClock();
  const networks = new Networks(Promise.resolve());
  expect(await endNetworks(networks, clock, 1_000)).toEqual([]);
  expect([networks.killed, clock.pending]).toEqual([0, 0]);
});

test('one that cannot be stopped is told about', async () => {
  const networks = new Networks(Promise.reject(new Error('Process 7 survives SIGKILL.')));
  expect(await endNetworks(networks, new FakeClock(), 1_000)).toEqual(['Process 7 survives SIGKILL.']);
});

test('what still runs at the deadline is killed, and told about', async () => {
  const clock = new FakeClock();
  const networks = new Networks(new Promise(() => undefined));
  const left = endNetworks(networks, clock, 1_000);
  clock.advance(999);
  expect(networks.killed).toBe(0);
  clock.advance(1);
  expect(await left).toEqual(['Fake networks did not stop within 1000 ms and were killed.']);
  expect(networks.killed).toBe(1);
});

class Networks implements EndingNetworks {
  killed = 0;

  constructor(private readonly stopped: Promise<void>) {}

  kill(): void {
    this.killed += 1;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stopped;
  }
}
