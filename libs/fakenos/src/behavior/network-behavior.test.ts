import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { behaviorSchema } from './behavior-schema';
import { NetworkBehavior } from './network-behavior';

describe('NetworkBehavior', () => {
  test('a device follows the default, but for what it was told itself', () => {
    const network = new NetworkBehavior();
    network.set('all', { latency_ms: 10, prompt: 'a#' });
    network.set(['r1', 'r2'], { latency_ms: 20 });

    expect(network.of('r1').current).toEqual({ latency_ms: 20, prompt: 'a#' });
    expect(network.of('r3').current).toEqual({ latency_ms: 10, prompt: 'a#' });
    expect(network.get()).toEqual({
      default: { latency_ms: 10, prompt: 'a#' },
      hosts: { r1: { latency_ms: 20 }, r2: { latency_ms: 20 } },
    });
  });

  test('a device told nothing is like the others again', () => {
    const network = new NetworkBehavior();
    network.set(['r1'], { latency_ms: 20 });
    network.set(['r1'], {});
    expect(network.of('r1').current).toEqual({});
    expect(network.get()).toEqual({ default: {}, hosts: {} });
  });

  test('what all are told ends what differs, and reaches devices that are in use', () => {
    const network = new NetworkBehavior();
    const r1 = network.of('r1');
    let changes = 0;
    const unwatch = r1.watch(() => changes++);
    network.set(['r1'], { refuse_logins: true });
    expect([r1.login(), r1.admits()]).toEqual(['refuse', true]);
    network.set('all', { stall_logins: true, refuse_connections: true });
    expect([r1.login(), r1.admits()]).toEqual(['stall', false]);
    unwatch();
    network.set('all', {});
    expect([r1.login(), r1.admits()]).toEqual(['decide', true]);
    expect(changes).toBe(2);
  });
});

describe('the schema', () => {
  const validate = new Ajv().compile(behaviorSchema);

  test.each([
    {},
    { latency_ms: 1.5, jitter_ms: 0, characters_per_second: 9_600, truncate_output: 0, seed: 7 },
    { drop_after_lines: 0, drop_after_seconds: 0.5, drop_probability: 1, stall_after_lines: 3 },
    { stall_logins: true, refuse_logins: false, refuse_connections: true, prompt: 'x' },
    {
      answers: [
        { command: 'a', output: '' },
        { command: 'b', output: 'c', times: 1, delay_ms: 5 },
      ],
    },
  ])('accepts %j', (behavior) => {
    expect(validate(behavior)).toBe(true);
  });

  test.each([
    { latency: 5 },
    { latency_ms: -1 },
    { latency_ms: '5' },
    { drop_probability: 1.1 },
    { characters_per_second: 0 },
    { prompt: '' },
    { answers: [{ command: 'a' }] },
    { answers: [{ command: 'a', output: 'b', times: 0 }] },
    { answers: 'a' },
  ])('refuses %j', (behavior) => {
    expect(validate(behavior)).toBe(false);
  });
});
