import { expect, test } from '@jest/globals';
import { workerNotice } from './worker-notice';

const file = (name: string, lab?: string, fresh = false) => ({
  file: name,
  usesLab: lab !== undefined,
  fresh,
  ...(lab !== undefined && { lab }),
});

test('several workers and several labs are told how many wait for each other', () => {
  const plan = [file('1', 'a'), file('2', 'a'), file('3', 'b'), file('4')];
  expect(workerNotice(plan, 4, 'Do this.')).toBe(
    '3 test files use 2 labs, and up to 4 workers run them: as a lab host has one lab at a time, they will wait for each other. Do this.',
  );
});

test('files that want a lab for themselves count each', () => {
  expect(workerNotice([file('1', 'a', true), file('2', 'a', true)], 2, '')).toMatch(
    /^2 test files use 2 labs/,
  );
});

test.each([
  ['one worker', [file('1', 'a'), file('2', 'b')], 1],
  ['one lab for all', [file('1', 'a'), file('2', 'a')], 4],
  ['no labs', [file('1'), file('2')], 4],
])('nothing is said of %s', (_, plan, workers) => {
  expect(workerNotice(plan, workers, '')).toBeUndefined();
});
