import { describe, expect, test } from '@jest/globals';
import { lab } from 'jest-remote-lab';
import { ask } from '../ssh.ts';

describe.each(['r1', 'r2'])('%s', (name) => {
  test('is an Arista', () => {
    expect(lab.device(name).platform).toBe('arista_eos');
  });

  test('has a full adjacency', async () => {
    expect(await ask(lab.device(name), 'show ip ospf neighbor')).toContain('FULL');
  });
});
