import { expect, test } from '@jest/globals';
import { netlabFailure } from './netlab-failure';

test.each([
  [
    { exitCode: 1, tail: ['a', 'Fatal error in netlab: no', '... hint'] },
    'netlab up failed with exit code 1: Fatal error in netlab: no',
  ],
  [
    { exitCode: 1, tail: ['Fatal error: x', 'KeyError: box'] },
    'netlab up failed with exit code 1: KeyError: box',
  ],
  [{ exitCode: 2, tail: ['usage', 'last words'] }, 'netlab up failed with exit code 2: last words'],
  [{ exitCode: 1, tail: [] }, 'netlab up failed with exit code 1 and said nothing'],
  [
    { exitCode: 128, signal: 'SIGTERM', tail: [] },
    'netlab up was ended from outside by SIGTERM and said nothing',
  ],
  [
    { exitCode: 128, signal: 'SIGKILL', tail: ['Starting clab nodes'] },
    'netlab up was ended from outside by SIGKILL (by hand, or by the system when it was short of memory); its last line was: Starting clab nodes',
  ],
  [
    { exitCode: 1, tail: ['Continue? [y/n]:', 'EOFError: EOF when reading a line'] },
    'netlab up failed with exit code 1: it asked a question, which nobody is there to answer (EOFError: EOF when reading a line)',
  ],
])('%j is told as %j', (ended, message) => {
  expect(netlabFailure(['up', '-q'], ended)).toMatchObject({
    code: 'netlab_failed',
    message,
    output: ended.tail,
  });
});
