import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { readRunState, writeRunState } from './env-transport';
import type { RunState } from './run-state';

function stateOf(password: string): RunState {
  const device = { name: 'r1', raw: { ansible_host: '127.0.0.1', ansible_ssh_pass: password } };
  const lab = { topology: 'pair.yml', identity: 'abc', lab: { reused: false, devices: [device] } };
  return { phase: 'open', ordered: true, lab };
}

test('a state comes through the environment as it was', () => {
  const environment: NodeJS.ProcessEnv = { PATH: '/bin' };
  writeRunState(stateOf('secret ü'), environment);
  expect(readRunState(environment)).toEqual(stateOf('secret ü'));
  expect(JSON.stringify(environment)).not.toContain('secret');
});

test('a large one is cut, because Windows takes no variable above 32,767 characters, and leaves nothing behind', () => {
  const environment: NodeJS.ProcessEnv = { REMOTE_LAB_RUN_DIR: 'stays' };
  const large = stateOf(randomBytes(60_000).toString('hex'));
  writeRunState(large, environment);
  expect(readRunState(environment)).toEqual(large);
  for (const value of Object.values(environment)) expect(value?.length).toBeLessThanOrEqual(30_000);

  writeRunState({ phase: 'over' }, environment);
  expect(readRunState(environment)).toEqual({ phase: 'over' });
  expect(Object.keys(environment).sort()).toEqual(['REMOTE_LAB_RUN', 'REMOTE_LAB_RUN_DIR']);
});

test.each([{}, { REMOTE_LAB_RUN: '' }])('where nobody wrote one, there is none: %j', (environment) => {
  expect(readRunState(environment)).toBeUndefined();
});
